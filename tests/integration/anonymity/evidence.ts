/**
 * What an attacker takes with them: every table as it was at several moments, with PostgreSQL's own columns, and every file
 * of the database and its write-ahead log. And what they have seen: who answered in which order, what each browser
 * remembers, what stands on each paper slip.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { queryRows, type Database } from '#lib/shared/server/database.ts';

/** One row of a dump. */
export interface DumpedRow {
	readonly xmin: number;
	readonly xmax: number;
	/** Page and place on it: where the row lies in the file. */
	readonly ctid: readonly [number, number];
	readonly columns: Readonly<Record<string, unknown>>;
	/** All columns as text. */
	readonly text: string;
}

/** Rows by table. */
export type Dump = ReadonlyMap<string, readonly DumpedRow[]>;

/** One who answered, as the attacker knows them. */
export interface SeenPerson {
	readonly name: string;
	/** Anything of theirs that may be in a row: their id, what their browser remembers, the code on their slip. */
	readonly marks: readonly string[];
}

export interface Evidence {
	/** In the order in which they answered. */
	readonly people: readonly SeenPerson[];
	/** Dumps and backups from random moments, and the last one at the end. */
	readonly dumps: readonly Dump[];
	/** The write-ahead log, in its own order. */
	readonly log: Buffer;
	/** What answers look like: which of the survey's answers a row holds, or null. */
	readonly readAnswer: (text: string) => string | null;
}

/** Every table, schema `public`. */
export async function dumpEverything({ orm }: Database): Promise<Dump> {
	const tables = await queryRows<{ name: string }>(
		orm,
		sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`
	);
	const dump = new Map<string, readonly DumpedRow[]>();
	for (const { name } of tables) {
		const rows = await queryRows<{ xmin: string; xmax: string; ctid: string; columns: string }>(
			orm,
			sql`select t.xmin::text, t.xmax::text, t.ctid::text, row_to_json(t)::text as columns from ${sql.identifier(name)} t`
		);
		dump.set(
			name,
			rows.map((row) => ({
				xmin: Number(row.xmin),
				xmax: Number(row.xmax),
				ctid: readPlace(row.ctid),
				columns: JSON.parse(row.columns) as Record<string, unknown>,
				text: row.columns
			}))
		);
	}
	return dump;
}

function readPlace(ctid: string): [number, number] {
	const [page = 0, place = 0] = ctid.slice(1, -1).split(',').map(Number);
	return [page, place];
}

/** A place in the write-ahead log. */
export interface LogPlace {
	readonly segment: string;
	readonly offset: number;
}

/** How far the log has been written. */
export async function findLogPlace({ orm }: Database): Promise<LogPlace> {
	const [row] = await queryRows<{ segment: string; offset: number }>(
		orm,
		sql`select file_name as segment, file_offset::int as "offset"
			from pg_walfile_name_offset(pg_current_wal_insert_lsn())`
	);
	if (!row) throw new Error('The log has no place.');
	return row;
}

/** The write-ahead log from one place to another: the segments one after the other, which their names are in the order of. */
export function readLog(folders: readonly string[], from: LogPlace, to: LogPlace): Buffer {
	const segments = folders.flatMap((folder) =>
		readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && /^[0-9A-F]{24}$/.test(entry.name))
			.filter(({ name }) => name >= from.segment && name <= to.segment)
			.map((entry) => ({ name: entry.name, path: join(entry.parentPath, entry.name) }))
	);
	segments.sort((a, b) => (a.name < b.name ? -1 : 1));
	return Buffer.concat(
		segments.flatMap(({ name, path }) => {
			const bytes = readFileSync(path);
			const begin = name === from.segment ? from.offset : 0;
			const end = name === to.segment ? to.offset : bytes.length;
			return listPages(bytes).flatMap(([start, stop]) =>
				stop > begin && start < end ? [bytes.subarray(Math.max(start, begin), Math.min(stop, end))] : []
			);
		})
	);
}

const pageBytes = 8192;

/** Where each page's content begins and ends: records go on over the pages' headers, the first of which is longer. */
function listPages({ length }: Buffer): (readonly [number, number])[] {
	const pages = Array.from({ length: Math.ceil(length / pageBytes) }, (_, page) => page * pageBytes);
	return pages.map((start) => [start + (start === 0 ? 40 : 24), start + pageBytes]);
}

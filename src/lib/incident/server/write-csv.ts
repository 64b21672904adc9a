/** The lines of the logs as files: ids, times and words from fixed lists, never anything that somebody has typed. */
import { sql, type SQL } from 'drizzle-orm';
import { closeSync, openSync, writeSync } from 'node:fs';
import { toCsv } from '#lib/shared/to-csv.ts';
import { queryRows, type Database } from '#lib/shared/server/database.ts';

const linesAtATime = 2_000;

const accessColumns = [
	'happened_at',
	'kind',
	'action',
	'subject_type',
	'subject_id',
	'case_id',
	'actor_kind',
	'actor_id',
	'work_context',
	'seq'
] as const;

/** The board's access log since the moment; gives how many lines. The typed reason is left out. */
export function writeAccessLog(
	database: Database,
	boardId: string,
	since: Date,
	path: string
): Promise<number> {
	return writeCsv(
		database,
		path,
		accessColumns,
		(limit, offset) => sql`
		select ${list(accessColumns)} from audit_events
		where board_id = ${boardId} and happened_at >= ${since.toISOString()}::timestamptz
		order by happened_at, id limit ${limit} offset ${offset}`
	);
}

const signInColumns = ['happened_at', 'kind', 'user_id'] as const;

/** What has happened at the door since the moment; gives how many lines. */
export function writeSignInLog(database: Database, since: Date, path: string): Promise<number> {
	return writeCsv(
		database,
		path,
		signInColumns,
		(limit, offset) => sql`
		select ${list(signInColumns)} from sign_in_events
		where happened_at >= ${since.toISOString()}::timestamptz
		order by happened_at, id limit ${limit} offset ${offset}`
	);
}

function list(columns: readonly string[]): SQL {
	const names = columns.map((name) =>
		name === 'happened_at'
			? sql`to_char(happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as happened_at`
			: sql.identifier(name)
	);
	return sql.join(names, sql`, `);
}

async function writeCsv(
	database: Database,
	path: string,
	columns: readonly string[],
	select: (limit: number, offset: number) => SQL
): Promise<number> {
	const file = openSync(path, 'wx', 0o600);
	try {
		writeSync(file, toCsv([columns]));
		for (let count = 0; ;) {
			const rows = await queryRows<Record<string, unknown>>(database.orm, select(linesAtATime, count));
			const cells = rows.map((row) => columns.map((name) => String(row[name] ?? '')));
			// The byte order mark is for the beginning of the file.
			writeSync(file, toCsv(cells).slice(1));
			count += rows.length;
			if (rows.length < linesAtATime) return count;
		}
	} finally {
		closeSync(file);
	}
}

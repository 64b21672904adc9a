/** Everything in the database as the lines of a backup, as it was at one single moment. */
import { sql } from 'drizzle-orm';
import { queryRows, type Database, type Orm } from '#lib/shared/server/database.ts';
import { formatLine, type BackupLine } from './backup-lines.ts';
import { prepareToCopy, listTables, readRows, totalOf } from './table-content.ts';

export interface BackupFacts {
	/** The program's version. */
	readonly version: string;
	readonly now: Date;
}

export interface BackupSummary {
	readonly tables: number;
	readonly rows: number;
}

/**
 * Writes the lines with `write`, which says when it can take more. One transaction that sees one moment (repeatable
 * read): what is written meanwhile is not in it, in no table.
 */
export async function writeBackup(
	database: Database,
	{ version, now }: BackupFacts,
	write: (text: string) => Promise<void>
): Promise<BackupSummary> {
	const say = (line: BackupLine): Promise<void> => write(formatLine(line));
	return database.orm.transaction(
		async (tx) => {
			await prepareToCopy(tx);
			const tables = await listTables(tx);
			const migrations = tables.length > 0 ? await listMigrations(tx) : [];
			const masterKey = database.keyRing.masterKey?.id ?? null;
			const beginning = { genklang: version, madeAt: now.toISOString(), migrations, masterKey };
			await say({ kind: 'beginning', beginning });
			let rowCount = 0;
			for (const table of tables) {
				await say({ kind: 'table', table });
				for await (const rows of readRows(tx, table.table)) {
					await write(rows.map((row) => formatLine({ kind: 'row', row })).join(''));
				}
				const total = await totalOf(tx, table.table);
				await say({ kind: 'table-end', table: table.table, total });
				rowCount += total.rows;
			}
			await say({ kind: 'ending', tables: tables.length, rows: rowCount });
			return { tables: tables.length, rows: rowCount };
		},
		{ isolationLevel: 'repeatable read', accessMode: 'read only' }
	);
}

async function listMigrations(tx: Orm): Promise<string[]> {
	const rows = await queryRows<{ hash: string }>(tx, sql`select hash from migrations order by ran_at, hash`);
	return rows.map(({ hash }) => hash);
}

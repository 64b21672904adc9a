/** Puts the lines of a backup into an empty database: all of them, or nothing. */
import { sql } from 'drizzle-orm';
import { verifyMasterKey } from '#lib/secrecy/server/verify-master-key.ts';
import { queryRows, type Database, type Orm } from '#lib/shared/server/database.ts';
import { guardTables } from '#lib/shared/server/guard-tables.ts';
import { runMigrations } from '#lib/shared/server/migrate.ts';
import type { BackupLine, TableLine, TableTotal } from './backup-lines.ts';
import { makeRefusal } from './refusals.ts';
import { prepareToCopy, insertRows, listTables, totalOf } from './table-content.ts';
import type { BackupSummary } from './write-backup.ts';

const rowsAtATime = 200;

/**
 * Everything in one transaction: after a kill at any moment the database is as empty as before. The tables are made by the
 * migrations that the copied database had been through, and what was put in is counted and summed up against the copy.
 * Refuses a database that is not empty, a copy from a newer program and a master key that does not fit.
 */
export async function restoreLines(
	database: Database,
	root: string,
	lines: AsyncIterable<BackupLine>
): Promise<BackupSummary> {
	return database.orm.transaction(async (tx) => {
		await prepareToCopy(tx);
		if (!(await isEmpty(tx))) throw makeRefusal('not-empty');
		let summary: BackupSummary = { tables: 0, rows: 0 };
		let foreignKeys: readonly ForeignKey[] = [];
		let tables: readonly TableLine[] = [];
		let into = '';
		let waiting: string[] = [];
		const flush = async (): Promise<void> => {
			if (waiting.length > 0) await insertRows(tx, into, waiting);
			waiting = [];
		};
		for await (const line of lines) {
			switch (line.kind) {
				case 'beginning':
					await makeTables(tx, root, line.beginning.migrations);
					tables = await listTables(tx);
					// Rows come table by table in alphabetical order, not with those first that others point at.
					foreignKeys = await dropForeignKeys(tx);
					break;
				case 'table':
					requireSameColumns(tables, line.table);
					into = line.table.table;
					break;
				case 'row':
					waiting.push(line.row);
					if (waiting.length === rowsAtATime) await flush();
					break;
				case 'table-end':
					await flush();
					requireSameTotal(line.total, await totalOf(tx, line.table));
					break;
				case 'ending':
					summary = { tables: line.tables, rows: line.rows };
			}
		}
		await addForeignKeys(tx, foreignKeys);
		await guardTables(tx);
		const isRightKey = await verifyMasterKey((statement) => queryRows(tx, statement), database.keyRing);
		if (!isRightKey) throw makeRefusal('wrong-master-key');
		// Sessions that have been ended since the copy was made must not come to life again.
		if (tables.some(({ table }) => table === 'staff_sessions'))
			await tx.execute(sql`delete from staff_sessions`);
		return summary;
	});
}

/** No tables, views or sequences: whatever there is, somebody has put it there. */
async function isEmpty(tx: Orm): Promise<boolean> {
	const [found] = await queryRows<{ count: number }>(
		tx,
		sql`select count(*)::int as count from pg_class
			where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S', 'f')`
	);
	return found?.count === 0;
}

async function makeTables(tx: Orm, root: string, migrations: readonly string[]): Promise<void> {
	const isKnown = await runMigrations(tx, root, migrations);
	if (!isKnown) throw makeRefusal('newer-program');
}

/** A program from another branch could have made them differently. */
function requireSameColumns(tables: readonly TableLine[], { table, columns }: TableLine): void {
	const here = tables.find((one) => one.table === table);
	if (here?.columns.join() !== columns.join()) throw makeRefusal('newer-program');
}

function requireSameTotal(copied: TableTotal, restored: TableTotal): void {
	if (copied.rows !== restored.rows || copied.sum !== restored.sum) throw makeRefusal('not-the-same');
}

interface ForeignKey {
	readonly table: string;
	readonly name: string;
	readonly definition: string;
}

async function dropForeignKeys(tx: Orm): Promise<readonly ForeignKey[]> {
	const keys = await queryRows<ForeignKey>(
		tx,
		sql`select t.relname as "table", c.conname as name, pg_get_constraintdef(c.oid) as definition
			from pg_constraint c join pg_class t on t.oid = c.conrelid
			where c.contype = 'f' and c.connamespace = 'public'::regnamespace and c.conparentid = 0
			order by 1, 2`
	);
	for (const { table, name } of keys) {
		await tx.execute(sql`alter table ${sql.identifier(table)} drop constraint ${sql.identifier(name)}`);
	}
	return keys;
}

/** Adding one checks every row that is there. The definition is the database's own, not the copy's. */
async function addForeignKeys(tx: Orm, keys: readonly ForeignKey[]): Promise<void> {
	for (const { table, name, definition } of keys) {
		await tx.execute(
			sql`alter table ${sql.identifier(table)} add constraint ${sql.identifier(name)} ${sql.raw(definition)}`
		);
	}
}

/** Clears the files of what has been erased: a deleted row lies in its table's file until the table is written anew. */
import { sql } from 'drizzle-orm';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { queryRows, type Database } from '#lib/shared/server/database.ts';
import type { Certificate } from '../certificate.ts';
import { confirmSweep } from './commands/confirm-sweep.ts';
import { listUnsweptCertificates } from './queries.ts';

type Files = Pick<Database, 'kind' | 'orm'>;

/** Are never counted in a certificate, but say who was to be erased. */
const ownTables = ['retention_items', 'retention_holds'];

/**
 * Writes the tables anew, outside any transaction, with the planner's samples of what their columns held. In the embedded
 * database the write-ahead log is begun anew too; on a server it is the server's, and goes as it is recycled. Copies that
 * were made before are not reached. Gives the tables that could not be written, because the account does not own them.
 */
export async function sweepErased(
	database: Files,
	certificates: readonly Pick<Certificate, 'counts'>[]
): Promise<readonly string[]> {
	const erased = certificates.flatMap(({ counts }) => Object.keys(counts));
	if (certificates.length === 0) return [];
	const left: string[] = [];
	for (const table of new Set([...erased, ...ownTables])) {
		if (!(await isWrittenAnew(database, table))) left.push(table);
		else await database.orm.execute(sql`analyze ${sql.identifier(table)}`);
	}
	if (left.length === 0 && !(await isWrittenAnew(database, 'pg_statistic'))) left.push('pg_statistic');
	if (database.kind === 'pglite') await beginLogAnew(database);
	return left;
}

/** The file's number says it: a server only warns when the account may not, and goes on as if it had been done. */
async function isWrittenAnew({ orm }: Files, table: string): Promise<boolean> {
	const fileOf = async () => {
		const [row] = await queryRows<{ file: string }>(
			orm,
			sql`select pg_relation_filenode(${table}::regclass)::text as file`
		);
		return row?.file;
	};
	const before = await fileOf();
	try {
		await orm.execute(sql`vacuum full ${sql.identifier(table)}`);
	} catch {
		return false;
	}
	return (await fileOf()) !== before;
}

/** Throws away the segments that are not needed, instead of keeping them to be written over some day. */
async function beginLogAnew({ orm }: Files): Promise<void> {
	await orm.execute(sql`set wal_recycle = off`);
	try {
		await orm.execute(sql`select pg_switch_wal()`);
		await orm.execute(sql`checkpoint`);
	} finally {
		await orm.execute(sql`reset wal_recycle`);
	}
}

/**
 * Clears the files after everything the board has erased that is not cleared yet, and says so on the certificates. Gives
 * the tables that could not be cleared.
 */
export async function sweepWhatIsLeft(context: Context): Promise<readonly string[]> {
	const { actor, database } = context;
	if (actor.kind === 'anonymous') throw new Problem('sign-in-required');
	const { boardId } = actor;
	const { orm: tx } = await database.forBoard(boardId);
	const unswept = await listUnsweptCertificates({ tx, boardId });
	const left = await sweepErased(database, unswept);
	if (unswept.length > 0 && left.length === 0) {
		await run(context, confirmSweep, { certificateIds: unswept.map(({ id }) => id) });
	}
	return left;
}

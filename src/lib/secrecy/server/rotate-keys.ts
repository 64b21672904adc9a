/** Changes the keys: the boards' own, with everything sealed anew, or the master key that they are wrapped with. */
import { sql } from 'drizzle-orm';
import type { BoardId } from '#lib/shared/ids.ts';
import { queryRows, type Database } from '#lib/shared/server/database.ts';
import { boardSetting, everyBoard } from '#lib/shared/server/guard-tables.ts';
import { boards } from '#lib/shared/server/tables.ts';
import { sealedColumns } from '../sealed-columns.ts';
import { believedMs, fetchCipher, requireMasterKey, sayWrongMasterKey } from './key-ring.ts';
import { newKey, type MasterKey } from './master-key.ts';
import {
	findLatestVersion,
	insertKey,
	listWrappedKeys,
	retireKeys,
	updateState,
	updateWrappedKey,
	type Query
} from './queries.ts';
import { asSealedWith, resealBoard } from './reseal.ts';

export interface RotatedBoard {
	readonly boardId: BoardId;
	/** Of the new key. */
	readonly version: number;
	/** Values that were sealed anew. */
	readonly count: number;
}

/** Two rotations must not run at the same time; the number is arbitrary but fixed. */
const rotationLock = 4_731_903;

/** Until every running server has fetched the keys again. */
export const untilKnownMs = believedMs + 10_000;
/** Until nothing that was begun with the keys before can still be under way. */
export const untilSettledMs = believedMs + 120_000;

/**
 * Gives every board a new key, seals everything anew with it and destroys the old one, while servers may be running: the
 * new key is first made known, then used, and only when nobody can be sealing with the old one is it destroyed. `pause`
 * waits in between; it may return at once where no server can be running. Killed at any moment, everything can be read,
 * and running it again finishes the work.
 */
export async function rotateTenantKeys(
	database: Database,
	pause: (milliseconds: number) => Promise<void>
): Promise<readonly RotatedBoard[]> {
	const masterKey = requireMasterKey(database.keyRing.masterKey);
	await inTransaction(database, (query) => forEachBoard(query, (id) => announceKey(query, masterKey, id)));
	await pause(untilKnownMs);
	await inTransaction(database, (query) => forEachBoard(query, (id) => useKey(query, id)));
	database.keyRing.forget();
	await pause(untilSettledMs);
	const rotated = await inTransaction(database, (query) =>
		forEachBoard(query, (id) => sealAnew(query, masterKey, id))
	);
	database.keyRing.forget();
	return rotated;
}

/**
 * Wraps every key with the other master key instead; what is sealed stays as it is. Servers that are running refuse to
 * work within a minute, until they are started with the other one. Gives how many keys there were.
 */
export async function changeMasterKey(database: Database, to: MasterKey): Promise<number> {
	const from = requireMasterKey(database.keyRing.masterKey);
	const count = await inTransaction(database, async (query) => {
		const wrapped = await listWrappedKeys(query, null);
		for (const { boardId, version, wrappedKey } of wrapped) {
			const key = from.unwrap(boardId, version, wrappedKey);
			if (!key) throw new Error(sayWrongMasterKey);
			await updateWrappedKey(query, { boardId, version, wrappedKey: to.wrap(boardId, version, key) });
		}
		return wrapped.length;
	});
	database.keyRing.forget();
	return count;
}

/** A key that an interrupted rotation left is used. */
async function announceKey(query: Query, masterKey: MasterKey, boardId: BoardId): Promise<void> {
	const keys = await listWrappedKeys(query, boardId);
	if (keys.some(({ state }) => state === 'arriving')) return;
	const version = (await findLatestVersion(query, boardId)) + 1;
	const wrappedKey = masterKey.wrap(boardId, version, newKey());
	await insertKey(query, { boardId, version, wrappedKey, state: 'arriving' });
}

async function useKey(query: Query, boardId: BoardId): Promise<void> {
	await updateState(query, boardId, 'active', 'retiring');
	await updateState(query, boardId, 'arriving', 'active');
}

async function sealAnew(query: Query, masterKey: MasterKey, boardId: BoardId): Promise<RotatedBoard> {
	const cipher = await fetchCipher(masterKey, boardId, query);
	const count = await resealBoard(query, boardId, asSealedWith(cipher), cipher);
	await retireKeys(query, boardId);
	return { boardId, version: await findLatestVersion(query, boardId), count };
}

async function forEachBoard<T>(query: Query, work: (boardId: BoardId) => Promise<T>): Promise<T[]> {
	const done: T[] = [];
	for (const { id } of await query<{ id: BoardId }>(sql`select id from ${boards} order by id`)) {
		done.push(await work(id));
	}
	return done;
}

async function inTransaction<T>(database: Database, work: (query: Query) => Promise<T>): Promise<T> {
	return database.orm.transaction(async (tx) => {
		const query: Query = (statement) => queryRows(tx, statement);
		await query(sql`select set_config(${boardSetting}, ${everyBoard}, true)`);
		await query(sql`select pg_advisory_xact_lock(${rotationLock})`);
		return work(query);
	});
}

/**
 * Writes the tables' files anew, since what the rows were before is left in them otherwise. To be run after a rotation
 * and outside any transaction; the write-ahead log keeps older copies until it is recycled.
 */
export async function sweepOldRows(database: Database): Promise<void> {
	const tables = new Set(Object.keys(sealedColumns).map((name) => name.split('.')[0] ?? ''));
	for (const table of [...tables, 'tenant_keys']) {
		const before = await findFile(database, table);
		await database.orm.execute(sql`vacuum full ${sql.identifier(table)}`);
		// A server only warns an account that may not, and goes on as if it had been done.
		if ((await findFile(database, table)) === before) {
			throw new Error(`Kontot i DATABASE_URL får inte skriva om tabellen ${table}. Kör som ägaren.`);
		}
	}
	// On a server of its own the checkpoint is the server's to make, and needs a right that an owner need not have.
	if (database.kind === 'pglite') await database.orm.execute(sql`checkpoint`);
}

/** The number of the file that the table is in. */
async function findFile({ query }: Database, table: string): Promise<string | undefined> {
	const [row] = await query<{ file: string }>(
		sql`select pg_relation_filenode(${table}::text::regclass)::text as file`
	);
	return row?.file;
}

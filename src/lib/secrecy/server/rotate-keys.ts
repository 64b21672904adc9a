/** Changes the keys: the boards' own, with everything sealed anew, or the master key that they are wrapped with. */
import { sql } from 'drizzle-orm';
import type { BoardId } from '#lib/shared/ids.ts';
import { queryRows, type Database } from '#lib/shared/server/database.ts';
import { boards } from '#lib/shared/server/tables.ts';
import { sealedColumns } from '../sealed-columns.ts';
import { fetchCipher, requireMasterKey, sayWrongMasterKey } from './key-ring.ts';
import { newKey, type MasterKey } from './master-key.ts';
import {
	findLatestVersion,
	insertActiveKey,
	listWrappedKeys,
	updateAsRetired,
	updateAsRetiring,
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

/**
 * Gives every board a new key, seals everything anew with it and destroys the old one, all in one transaction: after a
 * kill at any moment the old keys and the old values are there, whole. No server may be running meanwhile.
 */
export async function rotateTenantKeys(database: Database): Promise<readonly RotatedBoard[]> {
	const masterKey = requireMasterKey(database.keyRing.masterKey);
	return inRotation(database, async (query) => {
		const done: RotatedBoard[] = [];
		const all = await query<{ id: BoardId }>(sql`select id from ${boards} order by id`);
		for (const { id } of all) done.push(await rotateBoard(query, masterKey, id));
		return done;
	});
}

/** Wraps every key with the other master key instead. What is sealed stays as it is. Gives how many keys there were. */
export async function changeMasterKey(database: Database, to: MasterKey): Promise<number> {
	const from = requireMasterKey(database.keyRing.masterKey);
	return inRotation(database, async (query) => {
		const wrapped = await listWrappedKeys(query, null);
		for (const { boardId, version, wrappedKey } of wrapped) {
			const key = from.unwrap(boardId, version, wrappedKey);
			if (!key) throw new Error(sayWrongMasterKey);
			await updateWrappedKey(query, { boardId, version, wrappedKey: to.wrap(boardId, version, key) });
		}
		return wrapped.length;
	});
}

async function rotateBoard(query: Query, masterKey: MasterKey, boardId: BoardId): Promise<RotatedBoard> {
	const version = (await findLatestVersion(query, boardId)) + 1;
	await updateAsRetiring(query, boardId);
	await insertActiveKey(query, { boardId, version, wrappedKey: masterKey.wrap(boardId, version, newKey()) });
	const cipher = await fetchCipher(masterKey, boardId, query);
	const count = await resealBoard(query, boardId, asSealedWith(cipher), cipher);
	await updateAsRetired(query, boardId);
	return { boardId, version, count };
}

/** A server that is running would go on sealing with a key that is about to be destroyed. */
async function inRotation<T>(database: Database, work: (query: Query) => Promise<T>): Promise<T> {
	const done = await database.orm.transaction(async (tx) => {
		const query: Query = (statement) => queryRows(tx, statement);
		// A role that is not allowed every row gets an error, not fewer rows.
		await query(sql`set local row_security = off`);
		await query(sql`select pg_advisory_xact_lock(${rotationLock})`);
		await refuseWhileServing(database, query);
		const result = await work(query);
		await refuseWhileServing(database, query);
		return result;
	});
	database.keyRing.forget();
	return done;
}

/** The embedded database is locked by whoever has it open; PostgreSQL says who is connected, by name. */
async function refuseWhileServing(database: Database, query: Query): Promise<void> {
	if (database.kind === 'pglite') return;
	const [serving] = await query<{ count: number }>(sql`
		select count(*)::int as count from pg_stat_activity
		where datname = current_database() and application_name = 'genklang'`);
	if (serving && serving.count > 0) {
		throw new Error('Genklang är igång mot databasen. Stoppa alla servrar och försök igen.');
	}
}

/**
 * Writes the tables' files anew, since what the rows were before is left in them otherwise. To be run after a rotation
 * and outside any transaction; the write-ahead log keeps older copies until it is recycled.
 */
export async function sweepOldRows(database: Database): Promise<void> {
	const tables = new Set(Object.keys(sealedColumns).map((name) => name.split('.')[0] ?? ''));
	for (const table of [...tables, 'tenant_keys']) {
		await database.orm.execute(sql`vacuum full ${sql.identifier(table)}`);
	}
	await database.orm.execute(sql`checkpoint`);
}

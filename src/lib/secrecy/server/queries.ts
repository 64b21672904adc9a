/** Rows of the boards' wrapped keys. */
import { sql, type SQL } from 'drizzle-orm';
import type { BoardId } from '#lib/shared/ids.ts';
import { tenantKeys } from './tables.ts';

/** Runs a statement where the caller works: in its transaction, or on its own. */
export type Query = <Row>(statement: SQL) => Promise<readonly Row[]>;

export interface WrappedKey {
	readonly boardId: BoardId;
	readonly version: number;
	readonly wrappedKey: string;
	readonly isActive: boolean;
}

/** The keys that still exist: of one board, or of all. */
export function listWrappedKeys(query: Query, boardId: BoardId | null): Promise<readonly WrappedKey[]> {
	return query<WrappedKey>(sql`
		select board_id as "boardId", version, wrapped_key as "wrappedKey", state = 'active' as "isActive"
		from ${tenantKeys}
		where wrapped_key is not null and (${boardId}::uuid is null or board_id = ${boardId}::uuid)
		order by board_id, version`);
}

export async function insertActiveKey(query: Query, key: Omit<WrappedKey, 'isActive'>): Promise<void> {
	await query(sql`
		insert into ${tenantKeys} (board_id, version, wrapped_key, state)
		values (${key.boardId}, ${key.version}, ${key.wrappedKey}, 'active')`);
}

/** The same key under another master key. */
export async function updateWrappedKey(query: Query, key: Omit<WrappedKey, 'isActive'>): Promise<void> {
	await query(sql`
		update ${tenantKeys} set wrapped_key = ${key.wrappedKey}
		where board_id = ${key.boardId} and version = ${key.version}`);
}

/** Makes room for a new active key; the one before opens what it has sealed until it is retired. */
export async function updateAsRetiring(query: Query, boardId: BoardId): Promise<void> {
	await query(
		sql`update ${tenantKeys} set state = 'retiring' where board_id = ${boardId} and state = 'active'`
	);
}

/** Destroys what is left of the keys before the active one. */
export async function updateAsRetired(query: Query, boardId: BoardId): Promise<void> {
	await query(sql`
		update ${tenantKeys} set state = 'retired', wrapped_key = null
		where board_id = ${boardId} and state = 'retiring'`);
}

/** The newest key's version, retired ones counted; 0 when the board has had none. */
export async function findLatestVersion(query: Query, boardId: BoardId): Promise<number> {
	const rows = await query<{ version: number | null }>(
		sql`select max(version) as version from ${tenantKeys} where board_id = ${boardId}`
	);
	return rows[0]?.version ?? 0;
}

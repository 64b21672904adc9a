/** Rows of the boards' wrapped keys. */
import { sql, type SQL } from 'drizzle-orm';
import type { BoardId } from '#lib/shared/ids.ts';
import { tenantKeys, type TenantKeyState } from './tables.ts';

/** Runs a statement where the caller works: in its transaction, or on its own. */
export type Query = <Row>(statement: SQL) => Promise<readonly Row[]>;

export interface WrappedKey {
	readonly boardId: BoardId;
	readonly version: number;
	readonly wrappedKey: string;
	readonly state: Exclude<TenantKeyState, 'retired'>;
}

/** The keys that still exist: of one board, or of all. */
export function listWrappedKeys(query: Query, boardId: BoardId | null): Promise<readonly WrappedKey[]> {
	return query<WrappedKey>(sql`
		select board_id as "boardId", version, wrapped_key as "wrappedKey", state
		from ${tenantKeys}
		where wrapped_key is not null and (${boardId}::uuid is null or board_id = ${boardId}::uuid)
		order by board_id, version`);
}

/** The newest key's version, retired ones counted; 0 when the board has had none. */
export async function findLatestVersion(query: Query, boardId: BoardId): Promise<number> {
	const rows = await query<{ version: number | null }>(
		sql`select max(version) as version from ${tenantKeys} where board_id = ${boardId}`
	);
	return rows[0]?.version ?? 0;
}

export async function insertKey(query: Query, key: WrappedKey): Promise<void> {
	await query(sql`
		insert into ${tenantKeys} (board_id, version, wrapped_key, state)
		values (${key.boardId}, ${key.version}, ${key.wrappedKey}, ${key.state})`);
}

/** The same key under another master key. */
export async function updateWrappedKey(query: Query, key: Omit<WrappedKey, 'state'>): Promise<void> {
	await query(sql`
		update ${tenantKeys} set wrapped_key = ${key.wrappedKey}
		where board_id = ${key.boardId} and version = ${key.version}`);
}

/** Moves the board's keys on from one state to the next. */
export async function updateState(
	query: Query,
	boardId: BoardId,
	from: WrappedKey['state'],
	to: WrappedKey['state']
): Promise<void> {
	await query(sql`update ${tenantKeys} set state = ${to} where board_id = ${boardId} and state = ${from}`);
}

/** Destroys what is left of the keys before the active one. */
export async function retireKeys(query: Query, boardId: BoardId): Promise<void> {
	await query(sql`
		update ${tenantKeys} set state = 'retired', wrapped_key = null
		where board_id = ${boardId} and state = 'retiring'`);
}

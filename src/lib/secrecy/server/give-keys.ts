/** Gives a key to every board that has none, and seals what it has written so far: for boards from before there were keys. */
import { sql } from 'drizzle-orm';
import type { BoardId } from '#lib/shared/ids.ts';
import { boards } from '#lib/shared/server/tables.ts';
import { fetchCipher, requireMasterKey, type KeyRing } from './key-ring.ts';
import type { Query } from './queries.ts';
import { asPlainText, resealBoard } from './reseal.ts';
import { tenantKeys } from './tables.ts';

/**
 * In the transaction that migrates. Plain text is taken for what it is here and nowhere else, and only for a board that
 * has never had a key: nobody can have plain text sealed by writing it into the database later.
 */
export async function giveKeys(query: Query, keyRing: KeyRing): Promise<void> {
	const without = await query<{ id: BoardId }>(sql`
		select id from ${boards} b where not exists (select 1 from ${tenantKeys} k where k.board_id = b.id) order by id`);
	for (const { id } of without) {
		await keyRing.makeFirstKey(id, query);
		const cipher = await fetchCipher(requireMasterKey(keyRing.masterKey), id, query);
		await resealBoard(query, id, asPlainText, cipher);
	}
}

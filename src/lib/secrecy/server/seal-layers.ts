/**
 * Which language each answer was given in lay open until the migration `0034`, and so told which questions had been answered in
 * a draft whose answers are sealed. What is there is taken along past the migration, which drops those columns, and sealed.
 */
import { sql } from 'drizzle-orm';
import type { BoardId } from '#lib/shared/ids.ts';
import type { SealedColumn } from '../sealed-columns.ts';
import { fetchCipher, requireMasterKey, type KeyRing } from './key-ring.ts';
import type { Query } from './queries.ts';

export interface OpenLayers {
	readonly table: 'administrations' | 'responses';
	readonly boardId: BoardId;
	readonly id: string;
	/** By question name. */
	readonly languages: Readonly<Record<string, string>>;
}

/** What lies open in the database now; nothing in one that is new, or that has been through it. */
export async function takeOpenLayers(query: Query): Promise<readonly OpenLayers[]> {
	const [column] = await query(sql`select 1 from information_schema.columns
		where table_schema = 'public' and table_name = 'responses' and column_name = 'answer_languages'`);
	if (!column) return [];
	return query<OpenLayers>(sql`
		select 'administrations' as table, board_id as "boardId", id, draft_languages as languages from administrations
		where draft_answers is not null and draft_languages is not null
		union all
		select 'responses', board_id, id, answer_languages from responses where answer_languages <> '{}'::jsonb`);
}

/** Puts it where it is sealed, in the transaction that migrates, when every board has its key. */
export async function sealLayers(
	query: Query,
	keyRing: KeyRing,
	taken: readonly OpenLayers[]
): Promise<void> {
	if (taken.length === 0) return;
	// Nothing of the answers themselves is changed: the database is told, since it refuses every other change of the row.
	await query(sql`select set_config('genklang.answers_change', 'reseal', true)`);
	for (const [boardId, rows] of Map.groupBy(taken, (row) => row.boardId)) {
		const cipher = await fetchCipher(requireMasterKey(keyRing.masterKey), boardId, query);
		for (const { table, id, languages } of rows) {
			const layers = Object.entries(languages).map(([name, language]) => [
				name,
				{ language, hasPictures: false }
			]);
			const column = table === 'responses' ? 'answer_layers' : 'draft_layers';
			const place: SealedColumn =
				table === 'responses' ? 'responses.answer_layers' : 'administrations.draft_layers';
			const sealed = cipher.seal(place, id, JSON.stringify(Object.fromEntries(layers)));
			await query(sql`update ${sql.identifier(table)} set ${sql.identifier(column)} = ${sealed}::text
				where board_id = ${boardId} and id = ${id}`);
		}
	}
	await query(sql`select set_config('genklang.answers_change', '', true)`);
}

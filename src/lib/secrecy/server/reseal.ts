/** Seals everything a board has in its sealed columns anew, table by table. */
import { sql, type SQL } from 'drizzle-orm';
import type { BoardId } from '#lib/shared/ids.ts';
import type { PersonalNumber } from '../personal-number.ts';
import { sealedColumns, type Sealed, type SealedColumn } from '../sealed-columns.ts';
import type { FieldCipher } from './field-cipher.ts';
import type { Query } from './queries.ts';

/** How a value that is stored now becomes text. */
export type OpenStored = (column: SealedColumn, rowId: string, stored: string) => string;

interface StoredValue {
	readonly id: string;
	readonly value: string;
}

const batchSize = 500;

/** Opens every value with `open` and seals it with `cipher`, in the caller's transaction. Gives how many there were. */
export async function resealBoard(
	query: Query,
	boardId: BoardId,
	open: OpenStored,
	cipher: FieldCipher
): Promise<number> {
	let count = 0;
	// The answers stay what they are: the database is told, since it refuses every other change of them.
	await query(sql`select set_config('genklang.answers_change', 'reseal', true)`);
	for (const column of Object.keys(sealedColumns) as SealedColumn[]) {
		const names = toNames(column);
		for (let after: string | null = null; ;) {
			const rows: readonly StoredValue[] = await listValues(query, boardId, names, after);
			const opened = rows.map(({ id, value }) => ({ id, text: open(column, id, value) }));
			const changes = opened.map(({ id, text }) => ({ id, value: cipher.seal(column, id, text) }));
			await updateValues(query, boardId, names, changes);
			if (column === 'clients.personal_number') {
				const indexes = opened.map(({ id, text }) => ({
					id,
					value: cipher.indexPersonalNumber(text as PersonalNumber)
				}));
				await updateValues(query, boardId, { ...names, column: sql.identifier(indexColumn) }, indexes);
			}
			count += rows.length;
			after = rows.at(-1)?.id ?? null;
			if (rows.length < batchSize) break;
		}
	}
	return count;
}

/** Only the text of columns that were never sealed: for boards from before there were keys. */
export const asPlainText: OpenStored = (_column, _rowId, stored) => stored;

/** What the cipher opens, whichever of its keys it was sealed with. */
export function asSealedWith(cipher: FieldCipher): OpenStored {
	return (column, rowId, stored) => cipher.open(column, rowId, stored as Sealed);
}

const indexColumn = 'personal_number_index';

interface Names {
	readonly table: SQL | ReturnType<typeof sql.identifier>;
	readonly column: SQL | ReturnType<typeof sql.identifier>;
}

/** From the table above, never from input. */
function toNames(name: SealedColumn): Names {
	const [table = '', column = ''] = name.split('.');
	return { table: sql.identifier(table), column: sql.identifier(column) };
}

function listValues(
	query: Query,
	boardId: BoardId,
	{ table, column }: Names,
	after: string | null
): Promise<readonly StoredValue[]> {
	return query<StoredValue>(sql`
		select id, ${column} as value from ${table}
		where board_id = ${boardId} and ${column} is not null and (${after}::uuid is null or id > ${after}::uuid)
		order by id limit ${batchSize}`);
}

async function updateValues(
	query: Query,
	boardId: BoardId,
	{ table, column }: Names,
	changes: readonly { readonly id: string; readonly value: string | Sealed }[]
): Promise<void> {
	if (changes.length === 0) return;
	await query(sql`
		update ${table} as t set ${column} = change.value
		from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as change(id uuid, value text)
		where t.board_id = ${boardId} and t.id = change.id`);
}

import type { ForeignKey, PersonalTable } from '#lib/retention/personal-tables.ts';
import type { ExtractRow, ExtractTable } from './extract.ts';

/**
 * The rows of the client but for what belongs to a case out of reach, however far below it: a row stays when every row it
 * points at stays. Tables come parents first.
 */
export function keepReached(
	tables: readonly PersonalTable[],
	found: readonly ExtractTable[],
	reachedCases: ReadonlySet<string>
): readonly ExtractTable[] {
	const kept = new Map<string, readonly ExtractRow[]>();
	for (const { name, keys } of tables) {
		const parents = keys.map((key) => ({ key, there: toKeySet(kept.get(key.parent) ?? [], key) }));
		const rows = found.find((table) => table.name === name)?.rows ?? [];
		kept.set(
			name,
			rows.filter(
				(row) =>
					(name !== 'cases' || reachedCases.has(String(row['id']))) &&
					parents.every(({ key, there }) => isNowhere(row, key) || there.has(keyOf(row, key.columns)))
			)
		);
	}
	return tables.map(({ name }) => ({ name, rows: kept.get(name) ?? [] }));
}

function toKeySet(rows: readonly ExtractRow[], { parentColumns }: ForeignKey): ReadonlySet<string> {
	return new Set(rows.map((row) => keyOf(row, parentColumns)));
}

const keyOf = (row: ExtractRow, columns: readonly string[]): string =>
	JSON.stringify(columns.map((column) => row[column]));

/** A key that is not filled in points at nothing. */
function isNowhere(row: ExtractRow, { columns }: ForeignKey): boolean {
	return columns.some((column) => row[column] === null || row[column] === undefined);
}

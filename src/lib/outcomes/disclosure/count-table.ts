/** A table of counted people with its totals, and which of its numbers are hidden. */

/** Groups × categories. Whole numbers, every row as long as the first; at least one row and one column. */
export type CountTable = readonly (readonly number[])[];

/** True where a number is hidden. */
export interface HiddenPattern {
	readonly cells: readonly (readonly boolean[])[];
	readonly rowTotals: readonly boolean[];
	readonly columnTotals: readonly boolean[];
	readonly total: boolean;
}

export interface TableTotals {
	readonly rows: readonly number[];
	readonly columns: readonly number[];
	readonly total: number;
}

export function sumTable(table: CountTable): TableTotals {
	const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
	const columns = (table[0] ?? []).map((_, column) =>
		table.reduce((sum, row) => sum + (row[column] ?? 0), 0)
	);
	return { rows, columns, total: rows.reduce((sum, count) => sum + count, 0) };
}

/** What is not allowed in a table of counts, or null. */
export function findTableFault(table: CountTable): 'empty' | 'ragged' | 'not-whole' | null {
	const width = table[0]?.length ?? 0;
	if (table.length === 0 || width === 0) return 'empty';
	if (table.some((row) => row.length !== width)) return 'ragged';
	return table.flat().every((count) => Number.isSafeInteger(count) && count >= 0) ? null : 'not-whole';
}

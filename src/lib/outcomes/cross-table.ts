import { groupRows } from './group-rows.ts';

export interface CrossTable {
	readonly rowValues: readonly string[];
	readonly columnValues: readonly string[];
	/** By row, then column. */
	readonly counts: readonly (readonly number[])[];
	/** Distinct rows of data, so with several choices possible they are less than the sums of the cells. */
	readonly rowTotals: readonly number[];
	readonly columnTotals: readonly number[];
	readonly total: number;
	/** Without a value in one of the two: outside the table, and shown beside it. */
	readonly missing: number;
	readonly isOverlapping: boolean;
}

interface Axis<T> {
	readonly valuesOf: (row: T) => readonly string[];
	readonly order: readonly string[];
}

/** Counts rows by two things at once. Nothing is hidden here: the table goes through the disclosure control before any view. */
export function crossTable<T>(data: readonly T[], across: { rows: Axis<T>; columns: Axis<T> }): CrossTable {
	const complete = data.filter(
		(row) => across.rows.valuesOf(row).length > 0 && across.columns.valuesOf(row).length > 0
	);
	const byRow = groupRows(complete, across.rows.valuesOf, across.rows.order);
	const byColumn = groupRows(complete, across.columns.valuesOf, across.columns.order);
	const columnValues = byColumn.groups.map(({ value }) => value);
	return {
		rowValues: byRow.groups.map(({ value }) => value),
		columnValues,
		counts: byRow.groups.map(({ rows }) =>
			columnValues.map((value) => rows.filter((row) => across.columns.valuesOf(row).includes(value)).length)
		),
		rowTotals: byRow.groups.map(({ rows }) => rows.length),
		columnTotals: byColumn.groups.map(({ rows }) => rows.length),
		total: complete.length,
		missing: data.length - complete.length,
		isOverlapping: byRow.isOverlapping || byColumn.isOverlapping
	};
}

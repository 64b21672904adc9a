/** What can be worked out from a given pattern, in the shape of tests/vectors/s_suppression_audit.json. */
import { sumTable, type CountTable } from './count-table.ts';
import { findBounds } from './find-bounds.ts';
import { toNetwork } from './table-network.ts';

export interface SuppressionInput {
	/** Groups × categories. */
	readonly tab: CountTable;
	/** True where the cell is published. All totals are. */
	readonly published: readonly (readonly boolean[])[];
	/** The smallest count that is shown. */
	readonly k: number;
}

/** Rows and columns from 1, column by column, as R counts. */
export interface SuppressionAudit {
	readonly primary_cells: readonly (readonly [row: number, column: number])[];
	readonly feasible_intervals_row_col_min_max: readonly (readonly [number, number, number, number])[];
	readonly any_suppressed_cell_exactly_known: boolean;
	readonly primary_cell_exactly_known: boolean;
	readonly primary_cell_known_below_k: boolean;
}

/**
 * Exact bounds of every hidden cell. A pattern is safe when no primary cell (1 to k − 1) is exactly known or known to be
 * below k; a primary cell that is published is both.
 */
export function auditSuppression({ tab, published, k }: SuppressionInput): SuppressionAudit {
	const network = toNetwork(tab, {
		cells: tab.map((row, r) => row.map((_, c) => published[r]?.[c] !== true)),
		rowTotals: tab.map(() => false),
		columnTotals: sumTable(tab).columns.map(() => false),
		total: false
	});
	const width = tab[0]?.length ?? 0;
	const cells = network.arcs
		.flatMap((arc, number) => (arc.place.kind === 'cell' ? [{ ...arc.place, arc, number }] : []))
		.map(({ row, column, arc, number }) => ({ row, column, arc, ...findBounds(network, number) }))
		.sort((a, b) => a.column * tab.length + a.row - (b.column * tab.length + b.row));
	const primary = cells.filter(({ arc }) => width > 0 && arc.count > 0 && arc.count < k);
	const hiddenCells = cells.filter(({ arc }) => arc.hidden);
	return {
		primary_cells: primary.map(({ row, column }) => [row + 1, column + 1]),
		feasible_intervals_row_col_min_max: hiddenCells.map(({ row, column, min, max }) => [
			row + 1,
			column + 1,
			min,
			max
		]),
		any_suppressed_cell_exactly_known: hiddenCells.some(({ min, max }) => min === max),
		primary_cell_exactly_known: primary.some(({ min, max }) => min === max),
		primary_cell_known_below_k: primary.some(({ max }) => max < k)
	};
}

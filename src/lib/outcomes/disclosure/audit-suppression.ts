/** What can be worked out from a given pattern, in the shape of tests/vectors/s_suppression_audit.json. */
import { sumTable, type CountTable, type HiddenPattern } from './count-table.ts';
import { findDisclosureRule } from './disclosure-rules.ts';
import { findBounds } from './find-bounds.ts';
import { suppressTable } from './suppress-table.ts';
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
	const cells = tab.map((row, r) => row.map((_, c) => published[r]?.[c] !== true));
	return auditPattern(tab, { ...hideTotals(tab, false), cells }, k);
}

export interface OwnSuppression extends SuppressionAudit {
	readonly published: readonly (readonly boolean[])[];
	readonly published_row_totals: readonly boolean[];
	readonly published_column_totals: readonly boolean[];
	readonly published_total: boolean;
}

/** The program's own pattern for the table, and what can be worked out from it. An upper bound of Infinity is none. */
export function auditOwnSuppression({ tab, k }: Pick<SuppressionInput, 'tab' | 'k'>): OwnSuppression {
	const rule = { ...findDisclosureRule({ audience: 'board' }), smallestGroup: k, smallestKnownGroup: 2 * k };
	const found = suppressTable(tab, rule);
	const everything = { ...hideTotals(tab, true), cells: tab.map((row) => row.map(() => true)) };
	const pattern = found.kind === 'pattern' ? found.pattern : everything;
	const isShown = (isHidden: boolean): boolean => !isHidden;
	return {
		published: pattern.cells.map((row) => row.map(isShown)),
		published_row_totals: pattern.rowTotals.map(isShown),
		published_column_totals: pattern.columnTotals.map(isShown),
		published_total: !pattern.total,
		...auditPattern(tab, pattern, k)
	};
}

function hideTotals(tab: CountTable, isHidden: boolean): Omit<HiddenPattern, 'cells'> {
	return {
		rowTotals: tab.map(() => isHidden),
		columnTotals: sumTable(tab).columns.map(() => isHidden),
		total: isHidden
	};
}

function auditPattern(tab: CountTable, pattern: HiddenPattern, k: number): SuppressionAudit {
	const network = toNetwork(tab, pattern);
	const cells = network.arcs
		.flatMap((arc, number) => (arc.place.kind === 'cell' ? [{ ...arc.place, arc, number }] : []))
		.map(({ row, column, arc, number }) => ({ row, column, arc, ...findBounds(network, number) }))
		.sort((a, b) => a.column - b.column || a.row - b.row);
	const primary = cells.filter(({ arc }) => arc.count > 0 && arc.count < k);
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

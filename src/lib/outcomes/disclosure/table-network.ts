/**
 * A table with its totals as a network in which every person flows: from the grand total through a group's total, the cell
 * and the category's total, and back. The tables that fit what is published are exactly the whole-number flows that leave
 * the published arcs as they are. So the largest and smallest value of a hidden number is a largest flow, exact in whole
 * numbers: a network's matrix is totally unimodular, and integer programming finds the same (Ahuja, Magnanti & Orlin 1993,
 * Network Flows, chapters 6 and 11). The tests ask a solver too.
 */
import { sumTable, type CountTable, type HiddenPattern } from './count-table.ts';

export type ArcPlace =
	| { readonly kind: 'cell'; readonly row: number; readonly column: number }
	| { readonly kind: 'row-total'; readonly row: number }
	| { readonly kind: 'column-total'; readonly column: number }
	| { readonly kind: 'total' };

export interface Arc {
	readonly place: ArcPlace;
	readonly from: number;
	readonly to: number;
	/** People who go this way. */
	readonly count: number;
	hidden: boolean;
}

export interface TableNetwork {
	readonly nodes: number;
	/** Cells row by row, then the totals of rows and of columns, and the grand total last. */
	readonly arcs: readonly Arc[];
	/** The numbers of each node's arcs, both those that leave and those that enter. */
	readonly arcsAt: readonly (readonly number[])[];
}

/** The network of a table. With a pattern its numbers are hidden, else none. */
export function toNetwork(table: CountTable, pattern?: HiddenPattern): TableNetwork {
	const totals = sumTable(table);
	const source = 0;
	const rowNode = (row: number): number => 1 + row;
	const columnNode = (column: number): number => 1 + table.length + column;
	const sink = 1 + table.length + totals.columns.length;
	const arcs: Arc[] = [
		...table.flatMap((cells, row) =>
			cells.map((count, column) => ({
				place: { kind: 'cell' as const, row, column },
				from: rowNode(row),
				to: columnNode(column),
				count,
				hidden: pattern?.cells[row]?.[column] ?? false
			}))
		),
		...totals.rows.map((count, row) => ({
			place: { kind: 'row-total' as const, row },
			from: source,
			to: rowNode(row),
			count,
			hidden: pattern?.rowTotals[row] ?? false
		})),
		...totals.columns.map((count, column) => ({
			place: { kind: 'column-total' as const, column },
			from: columnNode(column),
			to: sink,
			count,
			hidden: pattern?.columnTotals[column] ?? false
		})),
		{ place: { kind: 'total' }, from: sink, to: source, count: totals.total, hidden: pattern?.total ?? false }
	];
	const arcsAt = Array.from({ length: sink + 1 }, (): number[] => []);
	for (const [number, { from, to }] of arcs.entries()) {
		arcsAt[from]?.push(number);
		arcsAt[to]?.push(number);
	}
	return { nodes: sink + 1, arcs, arcsAt };
}

/** Which numbers of the network are hidden, as a pattern over the table. */
export function toPattern({ arcs }: TableNetwork, table: CountTable): HiddenPattern {
	const isHidden = (place: ArcPlace['kind']): boolean[] =>
		arcs.filter((arc) => arc.place.kind === place).map((arc) => arc.hidden);
	const cells = isHidden('cell');
	const width = table[0]?.length ?? 0;
	return {
		cells: table.map((_, row) => cells.slice(row * width, (row + 1) * width)),
		rowTotals: isHidden('row-total'),
		columnTotals: isHidden('column-total'),
		total: isHidden('total').includes(true)
	};
}

import { findMissingKind } from './missing-codes.ts';
import type { Cell, Variable } from './variable.ts';

export type Labels = ReadonlyMap<number | string, string>;

/** A variable's labels by code. */
export function listLabels({ valueLabels }: Variable): Labels {
	return new Map(valueLabels.map(({ code, label }) => [code, label]));
}

/** The cell in words where the code has any; kinds of missing keep their codes, which no label stands for. */
export function labelCell(labels: Labels | undefined, cell: Cell): Cell {
	if (cell === null || (typeof cell === 'number' && findMissingKind(cell) !== undefined)) return cell;
	return labels?.get(cell) ?? cell;
}

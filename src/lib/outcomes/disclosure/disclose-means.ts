/** The mean of a number where two groupings cross, as it may be shown: with how many it rests on and its interval. */
import { standardDeviation } from '../moments.ts';
import { differenceInterval, summariseValues, type DifferenceInterval } from '../summarise-pairs.ts';
import type { DisclosureRule } from './disclosure-rules.ts';
import { hidden, mapShown, type Shown } from './shown.ts';
import { discloseTable } from './suppress-table.ts';

export interface CrossedValue {
	readonly value: number;
	/** The groups that it is in; none where it is not known. */
	readonly rows: readonly string[];
	readonly columns: readonly string[];
}

export interface ShownMean {
	readonly n: number;
	readonly mean: number;
	/** 95 % t interval. */
	readonly interval: DifferenceInterval;
}

export interface DisclosedMeans {
	readonly all: Shown<ShownMean>;
	/** In the order of the columns. */
	readonly columns: readonly Shown<ShownMean>[];
	readonly rows: readonly {
		readonly value: string;
		readonly all: Shown<ShownMean>;
		readonly cells: readonly Shown<ShownMean>[];
	}[];
}

interface Input {
	readonly values: readonly CrossedValue[];
	readonly rowOrder: readonly string[];
	readonly columnOrder: readonly string[];
}

/**
 * A mean is shown where its number of values is: the table of the numbers is suppressed as any other, so that no mean of a
 * few is left when others are taken away. The smallest group is the one for means of divided groups. Those of no known
 * group are a row and a column that nothing may give away.
 */
export function discloseMeans(
	{ values, rowOrder, columnOrder }: Input,
	rule: DisclosureRule
): DisclosedMeans {
	const smallestGroup = Math.max(rule.smallestGroup, rule.smallestDividedGroup);
	const isIn = (groups: readonly string[], wanted: string): boolean =>
		wanted === '' ? groups.length === 0 : groups.includes(wanted);
	const inRow = (row: string) => values.filter(({ rows }) => isIn(rows, row));
	const inColumn = (column: string) => values.filter(({ columns }) => isIn(columns, column));
	const rows = [...rowOrder, ''];
	const columns = [...columnOrder, ''];
	const crossed = rows.map((row) => {
		const own = inRow(row);
		return columns.map((column) => own.filter((one) => isIn(one.columns, column)));
	});
	const shown = discloseTable(
		crossed.map((cells) => cells.map(({ length }) => length)),
		{ ...rule, smallestGroup }
	);
	const meanOf = (n: Shown<number> | undefined, of: readonly CrossedValue[]): Shown<ShownMean> => {
		const numbers = of.map(({ value }) => value);
		const isAllAlike = standardDeviation(numbers) === 0 && numbers.length < rule.smallestKnownGroup;
		// Where somebody is in several groups the table's totals are of mentions, and not of these.
		if (n?.kind !== 'shown' || numbers.length < smallestGroup || isAllAlike) return hidden;
		const interval = differenceInterval(numbers);
		return mapShown(n, () => ({ n: numbers.length, mean: summariseValues(numbers).mean ?? 0, interval }));
	};
	return {
		all: meanOf(shown.total, values),
		columns: columnOrder.map((column, at) => meanOf(shown.columnTotals[at], inColumn(column))),
		rows: rowOrder.map((value, row) => ({
			value,
			all: meanOf(shown.rowTotals[row], inRow(value)),
			cells: columnOrder.map((_, at) => meanOf(shown.cells[row]?.[at], crossed[row]?.[at] ?? []))
		}))
	};
}

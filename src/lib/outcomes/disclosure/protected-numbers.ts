/** Which numbers of a table must not be known, and how far from the truth the reader has to be kept. */
import { sumTable, type CountTable } from './count-table.ts';
import type { DisclosureRule } from './disclosure-rules.ts';
import type { TableNetwork } from './table-network.ts';

export interface ProtectedNumber {
	/** Its place among the network's arcs. */
	readonly number: number;
	/** What is published must leave room for at least this value … */
	readonly mustReach: number;
	/** … and for one as low as this. */
	readonly mustFallTo: number;
	readonly because: 'small' | 'group-in-one-category' | 'beside-it';
}

/**
 * The primary cells. A count of 1 to k − 1 must be able to be k or more; a whole small group in one category must be able
 * to have k people elsewhere. None counts as nothing to tell, except where the rest of the group is in one place.
 */
export function listProtectedNumbers(
	table: CountTable,
	{ arcs }: TableNetwork,
	rule: DisclosureRule
): ProtectedNumber[] {
	const k = rule.smallestGroup;
	const small = arcs.flatMap(({ count }, number): ProtectedNumber[] =>
		isSmall(count, k) ? [{ number, mustReach: k, mustFallTo: count, because: 'small' }] : []
	);
	const width = table[0]?.length ?? 0;
	const known = table.flatMap((cells, row): ProtectedNumber[] => {
		const column = findGivenAway(cells, rule);
		if (column === null) return [];
		const count = cells[column] ?? 0;
		const mustFallTo = count - Math.min(k, count);
		return [{ number: row * width + column, mustReach: count, mustFallTo, because: 'group-in-one-category' }];
	});
	return [...small, ...known, ...listBeside(table, rule)];
}

/**
 * Everything of a group smaller than k, and every other category of a group whose category is given away: those tell as
 * much, so they are hidden and must be able to be something else. Not a category that nobody in the whole table is in.
 */
function listBeside(table: CountTable, rule: DisclosureRule): ProtectedNumber[] {
	const { rows, columns } = sumTable(table);
	return table.flatMap((cells, row) => {
		if (!isSmall(rows[row] ?? 0, rule.smallestGroup) && findGivenAway(cells, rule) === null) return [];
		return cells.flatMap((count, column): ProtectedNumber[] =>
			columns[column] === 0
				? []
				: [
						{
							number: row * cells.length + column,
							mustReach: count + 1,
							mustFallTo: count,
							because: 'beside-it'
						}
					]
		);
	});
}

function isSmall(count: number, smallestGroup: number): boolean {
	return count > 0 && count < smallestGroup;
}

/** The category that a group below the smallest known one is in, as good as all of it; null when there is none. */
function findGivenAway(cells: readonly number[], rule: DisclosureRule): number | null {
	const n = cells.reduce((sum, count) => sum + count, 0);
	if (cells.length < 2 || n < rule.smallestGroup || n >= rule.smallestKnownGroup) return null;
	const column = cells.findIndex((count) => count >= rule.largestShareInOne * n);
	return column === -1 ? null : column;
}

/** How many of each group have each value, as it may be shown: counts with shares, the groups' sizes and everybody's. */
import { shareOf, type CountedShare } from '../change-shares.ts';
import type { DisclosureRule } from './disclosure-rules.ts';
import { hidden, mapShown, show, type Shown } from './shown.ts';
import { discloseTable } from './suppress-table.ts';

export interface CountedGroup {
	readonly value: string;
	/** People with any value: the shares' denominator. */
	readonly people: number;
	/** In the order of the values. Where several can be chosen they add up to more than the people. */
	readonly counts: readonly number[];
}

export interface ShownGroup {
	readonly value: string;
	readonly people: Shown<number>;
	/** Without a share where the group is too small to be told by one. */
	readonly cells: readonly Shown<CountedShare>[];
}

export interface ShownCounts {
	readonly all: ShownGroup;
	/** Empty where nothing is divided. */
	readonly groups: readonly ShownGroup[];
}

/**
 * Groups side by side with everybody. `rest` are those whose group is not known: they are in everybody, and their counts
 * are one more row that nothing may give away. Without groups everybody is the one row there is; where somebody is in
 * several groups everybody is a table of its own, since the groups do not add up to it.
 */
export function discloseCounts(
	{ all, groups, rest, isOverlapping }: GroupsToCount,
	rule: DisclosureRule
): ShownCounts {
	if (all.counts.length === 0) return { all: toShown(all, hidden, [], 0), groups: [] };
	const rows = [...groups, ...(rest ? [rest] : [])];
	const isTable = groups.length > 0 && !isOverlapping;
	const divided = groups.length > 0 ? discloseTable(countsOf(rows), rule) : null;
	const together = isTable && divided ? divided : discloseTable(countsOf([all]), rule);
	const total = all.people >= rule.smallestGroup ? together.total : hidden;
	return {
		all: toShown(all, total, together.columnTotals, rule.smallestGroup),
		groups: groups.map((group, row) =>
			toShown(group, divided?.rowTotals[row] ?? hidden, divided?.cells[row] ?? [], rule.smallestDividedGroup)
		)
	};
}

export interface GroupsToCount {
	readonly all: CountedGroup;
	readonly groups: readonly CountedGroup[];
	readonly rest: CountedGroup | null;
	readonly isOverlapping: boolean;
}

const countsOf = (rows: readonly CountedGroup[]) => rows.map(({ counts }) => counts);

function toShown(
	{ value, people }: CountedGroup,
	total: Shown<number>,
	cells: readonly Shown<number>[],
	smallest: number
): ShownGroup {
	const isKnown = total.kind === 'shown' && people >= smallest;
	return {
		value,
		people: isKnown || (total.kind === 'shown' && people === 0) ? show(people) : hidden,
		cells: cells.map((cell) =>
			mapShown(cell, (count) => (isKnown ? shareOf(count, people) : { count, share: null, interval: null }))
		)
	};
}

import { shareOf, type CountedShare } from './change-shares.ts';
import { groupRows } from './group-rows.ts';

export interface ChoiceCounts {
	/** Persons (or whatever a row is) with at least one value: the denominator. */
	readonly answered: number;
	readonly missing: number;
	/** Somebody has several values: say "flera val möjliga", the shares add up to more than 100 %. */
	readonly hasSeveral: boolean;
	readonly choices: readonly (CountedShare & { readonly value: string })[];
}

/**
 * Counts how many have each value, as shares of those who have any. Each row is one of what is counted: for "hur många
 * kvinnor" give one row per person, not per intervention.
 */
export function countChoices<T>(
	rows: readonly T[],
	valuesOf: (row: T) => readonly string[],
	order: readonly string[] = []
): ChoiceCounts {
	const { groups, missing, isOverlapping } = groupRows(rows, valuesOf, order);
	const answered = rows.length - missing.length;
	return {
		answered,
		missing: missing.length,
		hasSeveral: isOverlapping,
		choices: groups.map((group) => ({ value: group.value, ...shareOf(group.rows.length, answered) }))
	};
}

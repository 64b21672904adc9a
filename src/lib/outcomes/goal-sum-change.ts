/**
 * Change of a group's summed goal points as Jourpatrullen publishes it (Socialstyrelsen, Systematisk uppföljning –
 * beskrivning och exempel, example 3, Tabell 3): difference = before − after because lower is better there, and per cent
 * of the before value rounded to the nearest half. The heading says "medelvärde", but the figures can only be sums.
 */
import { roundHalfAwayFromZero } from '#lib/shared/decimal.ts';

export interface GoalSumChange {
	/** Before − after: above 0 is an improvement on a scale where lower is better. */
	readonly difference: number;
	/** Null when the before value is 0: then there is nothing to take a share of. */
	readonly halfPercent: number | null;
}

/** Difference and half per cent for two whole sums over the same persons. */
export function goalSumChange(before: number, after: number): GoalSumChange {
	const difference = before - after;
	const halfPercents = roundHalfAwayFromZero(200 * difference, before, 0);
	return { difference, halfPercent: halfPercents === null ? null : halfPercents / 2 };
}

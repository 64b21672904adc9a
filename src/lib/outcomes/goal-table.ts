/**
 * Jourpatrullen's Tabell 3 (Socialstyrelsen, Systematisk uppföljning, example 3) for one goal, twice: as it was published and in
 * points. The published per cent is of a sum whose lowest value is not 0, so it makes a change look smaller than it is: with
 * eight parents 87 → 68 is printed as 22 %, but is 19 of the 55 points that could be gained.
 */
import { goalSumChange, type GoalSumChange } from './goal-sum-change.ts';
import { matchPairs, type BeforeAfter, type PairCounts } from './match-pairs.ts';
import { total } from './moments.ts';
import { differenceInterval, type DifferenceInterval } from './summarise-pairs.ts';

export interface GoalTableRow {
	readonly counts: PairCounts;
	/** Sums of the pairs' points: one person missing at the second measurement must not look like an improvement. */
	readonly sumBefore: number;
	readonly sumAfter: number;
	/** Before − after and half per cent, as printed. */
	readonly published: GoalSumChange;
	/** The same difference per person, in points; above 0 is better. Null without pairs. */
	readonly meanImprovement: number | null;
	/** 95 % t interval for it. */
	readonly interval: DifferenceInterval;
	/** Of the points that could be gained from where they began, 0–1 or below 0 when it got worse; null when none could be. */
	readonly shareOfPossible: number | null;
}

/** One goal's row from each person's points on it, where lower is better and `lowestPoints` is the best a person can have. */
export function goalTableRow(rows: readonly BeforeAfter[], lowestPoints: number): GoalTableRow {
	const { pairs, counts } = matchPairs(rows);
	const sumBefore = total(pairs.map(({ before }) => before));
	const sumAfter = total(pairs.map(({ after }) => after));
	const published = goalSumChange(sumBefore, sumAfter);
	const possible = sumBefore - lowestPoints * pairs.length;
	return {
		counts,
		sumBefore,
		sumAfter,
		published,
		meanImprovement: pairs.length === 0 ? null : published.difference / pairs.length,
		interval: differenceInterval(pairs.map(({ before, after }) => before - after)),
		shareOfPossible: possible === 0 ? null : published.difference / possible
	};
}

/** Which of a group's figures its number of pairs can carry. The rest is not there, so that it cannot be shown by mistake. */
import type { ChangeShares } from './change-shares.ts';
import type { PairCounts } from './match-pairs.ts';
import { pairsToShowStandardised } from './standardised-change.ts';
import type { DifferenceInterval, DifferenceSummary, GroupChange, ValueSummary } from './summarise-pairs.ts';

/**
 * Pairs needed for any figure (also the least that may be told of a group), and for an interval that holds what it promises:
 * simulated coverage of a 95 % interval on a top-heavy item is 88 % at 5 and 93 % at 10.
 */
export const pairsNeeded = { figures: 5, interval: 10 } as const;

export type GroupChangeAssessment =
	| { readonly kind: 'too-few' }
	| {
			readonly kind: 'shown';
			readonly counts: PairCounts;
			readonly before: ValueSummary;
			readonly after: ValueSummary;
			readonly difference: DifferenceSummary;
			readonly interval:
				DifferenceInterval | { readonly kind: 'none'; readonly because: 'too-few-for-interval' };
			/** Null when the criterion cannot be used. */
			readonly shares: ChangeShares | null;
			/** dav corrected for small groups (g); null below ten pairs or without spread. */
			readonly standardisedChange: number | null;
	  };

/** Keeps what may be shown of a group's change. */
export function assessGroupChange(change: GroupChange): GroupChangeAssessment {
	const { counts, before, after, difference, interval, shares, standardised } = change;
	if (counts.pairs < pairsNeeded.figures) return { kind: 'too-few' };
	const hasFewPairs = counts.pairs < pairsNeeded.interval;
	return {
		kind: 'shown',
		counts,
		before,
		after,
		difference,
		interval: hasFewPairs ? { kind: 'none', because: 'too-few-for-interval' } : interval,
		shares,
		standardisedChange: counts.pairs < pairsToShowStandardised ? null : standardised.gav
	};
}

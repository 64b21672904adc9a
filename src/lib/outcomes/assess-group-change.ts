/** Which of a group's figures its number of pairs can carry. The rest is not there, so that it cannot be shown by mistake. */
import type { ChangeShares } from './change-shares.ts';
import type { PairCounts } from './match-pairs.ts';
import { showingLimits } from './showing-limits.ts';
import type { DifferenceInterval, DifferenceSummary, GroupChange, ValueSummary } from './summarise-pairs.ts';

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
	if (counts.pairs < showingLimits.pairsForFigures) return { kind: 'too-few' };
	const hasFewPairs = counts.pairs < showingLimits.pairsForInterval;
	return {
		kind: 'shown',
		counts,
		before,
		after,
		difference,
		interval: hasFewPairs ? { kind: 'none', because: 'too-few-for-interval' } : interval,
		shares,
		standardisedChange: counts.pairs < showingLimits.pairsForStandardised ? null : standardised.gav
	};
}

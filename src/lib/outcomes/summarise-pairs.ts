/** What has changed for a group, from its pairs: the figures behind "Förbättras våra klienter?". Never a cause. */
import type { Scale } from '#lib/instruments/instrument.ts';
import { countChanges, type ChangeCriterion, type ChangeShares } from './change-shares.ts';
import { correlation } from './correlation.ts';
import { twoSidedT } from './distributions.ts';
import { matchPairs, type BeforeAfter, type PairCounts } from './match-pairs.ts';
import { isEssentiallyZero, mean, standardDeviation } from './moments.ts';
import { quantile } from './quantile.ts';
import { standardisedChange, type StandardisedChange } from './standardised-change.ts';

export interface ValueSummary {
	/** Null without pairs; the standard deviation below two. */
	readonly mean: number | null;
	readonly standardDeviation: number | null;
	/** Type 7. */
	readonly lowerQuartile: number | null;
	readonly median: number | null;
	readonly upperQuartile: number | null;
}

export interface DifferenceSummary extends ValueSummary {
	/** Mean difference with its sign turned so that above 0 is an improvement. */
	readonly improvement: number | null;
	readonly standardError: number | null;
	readonly t: number | null;
	readonly degreesOfFreedom: number | null;
}

export type DifferenceInterval =
	| { readonly kind: 'interval'; readonly low: number; readonly high: number; readonly confidence: number }
	| { readonly kind: 'none'; readonly because: 'no-pairs' | 'one-pair' | 'all-equal' };

export interface GroupChange {
	readonly counts: PairCounts;
	readonly before: ValueSummary;
	readonly after: ValueSummary;
	/** After − before, in points. */
	readonly difference: DifferenceSummary;
	/** 95 % t interval for the mean difference. */
	readonly interval: DifferenceInterval;
	readonly correlation: number | null;
	/** 100 · (mean after − mean before) / mean before; null when that mean is 0. Says something only on a scale with a true zero. */
	readonly percentChangeOfMeans: number | null;
	readonly standardised: StandardisedChange;
	/** Null when the criterion has no usable parameters. */
	readonly shares: ChangeShares | null;
}

interface Input {
	readonly rows: readonly BeforeAfter[];
	readonly direction: Scale['direction'];
	readonly criterion: ChangeCriterion;
}

/** Sums up the change of those with both scores. Scores must be from one instrument version; a row is a person or an intervention. */
export function summarisePairs({ rows, direction, criterion }: Input): GroupChange {
	const { pairs, counts } = matchPairs(rows);
	const before = pairs.map((pair) => pair.before);
	const after = pairs.map((pair) => pair.after);
	const differences = pairs.map((pair) => pair.after - pair.before);
	return {
		counts,
		before: summariseValues(before),
		after: summariseValues(after),
		difference: summariseDifferences(differences, direction),
		interval: differenceInterval(differences),
		correlation: correlation(before, after),
		percentChangeOfMeans: percentChange(mean(before), mean(after)),
		standardised: standardisedChange(pairs),
		shares: countChanges({ pairs, direction, criterion })
	};
}

/** Mean, standard deviation, median and quartiles (type 7). */
export function summariseValues(values: readonly number[]): ValueSummary {
	return {
		mean: mean(values),
		standardDeviation: standardDeviation(values),
		lowerQuartile: quantile(values, 0.25),
		median: quantile(values, 0.5),
		upperQuartile: quantile(values, 0.75)
	};
}

/** The t interval for the mean difference, d̄ ± t(n − 1) · SD / √n; none below two pairs or when all changed alike. */
export function differenceInterval(differences: readonly number[], confidence = 0.95): DifferenceInterval {
	const centre = mean(differences);
	if (centre === null) return { kind: 'none', because: 'no-pairs' };
	const spread = standardError(differences);
	if (spread === null) return { kind: 'none', because: 'one-pair' };
	if (isEssentiallyZero(spread, centre)) return { kind: 'none', because: 'all-equal' };
	const halfWidth = twoSidedT(confidence, differences.length - 1) * spread;
	return { kind: 'interval', low: centre - halfWidth, high: centre + halfWidth, confidence };
}

function summariseDifferences(
	differences: readonly number[],
	direction: Scale['direction']
): DifferenceSummary {
	const values = summariseValues(differences);
	const spread = standardError(differences);
	const hasT = values.mean !== null && spread !== null && !isEssentiallyZero(spread, values.mean);
	const sign = direction === 'higher-better' ? 1 : -1;
	return {
		...values,
		improvement: values.mean === null ? null : sign * values.mean,
		standardError: spread,
		t: hasT ? (values.mean ?? NaN) / (spread ?? NaN) : null,
		degreesOfFreedom: differences.length < 2 ? null : differences.length - 1
	};
}

function standardError(differences: readonly number[]): number | null {
	const spread = standardDeviation(differences);
	return spread === null ? null : spread / Math.sqrt(differences.length);
}

function percentChange(before: number | null, after: number | null): number | null {
	if (before === null || after === null || before === 0) return null;
	return (100 * (after - before)) / before;
}

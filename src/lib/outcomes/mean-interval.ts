/** Mean, spread and uncertainty of a group of answers, given as how many there are of each value. */
import { studentTQuantile } from './student-t-quantile.ts';

export interface ValueCount {
	/** Whole number. */
	readonly value: number;
	readonly count: number;
}

export interface GroupSummary {
	readonly n: number;
	/** Exact: the values are whole numbers. */
	readonly sum: number;
	/** Null without answers. */
	readonly mean: number | null;
	/** With n − 1 in the denominator; null below two answers. */
	readonly standardDeviation: number | null;
}

export type MeanInterval =
	| { readonly kind: 'interval'; readonly low: number; readonly high: number; readonly confidence: number }
	| { readonly kind: 'none'; readonly because: 'too-few' | 'all-equal' };

/** Counts, sum, mean and standard deviation. Sums are kept as whole numbers until the last division. */
export function summariseGroup(values: readonly ValueCount[]): GroupSummary {
	const n = total(values, () => 1);
	const sum = total(values, (value) => value);
	const sumOfSquares = total(values, (value) => value * value);
	return {
		n,
		sum,
		mean: n === 0 ? null : sum / n,
		standardDeviation: n < 2 ? null : Math.sqrt((n * sumOfSquares - sum * sum) / (n * (n - 1)))
	};
}

/**
 * The t interval for the mean, mean ± t(n − 1) · SD / √n, in points and not cut at the ends of the scale. There is none
 * for fewer than two answers or when all are equal (R: "data are essentially constant").
 */
export function meanInterval(group: GroupSummary, confidence = 0.95): MeanInterval {
	const quantile = studentTQuantile(confidence, group.n - 1);
	if (quantile === null || group.mean === null || group.standardDeviation === null) {
		return { kind: 'none', because: 'too-few' };
	}
	if (group.standardDeviation === 0) return { kind: 'none', because: 'all-equal' };
	const halfWidth = (quantile * group.standardDeviation) / Math.sqrt(group.n);
	return { kind: 'interval', low: group.mean - halfWidth, high: group.mean + halfWidth, confidence };
}

function total(values: readonly ValueCount[], weigh: (value: number) => number): number {
	return values.reduce((sum, { value, count }) => sum + weigh(value) * count, 0);
}

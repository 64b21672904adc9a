/**
 * Whether a scale's questions go together in one's own data (Cronbach 1951), with the interval of Feldt (1965). Says nothing
 * about one-dimensionality or stability, and is meaningless for sums of unlike things (days, incidents).
 */
import { correlation } from './correlation.ts';
import { fQuantile } from './distributions.ts';
import { standardDeviation, total, variance } from './moments.ts';

export interface CronbachAlpha {
	readonly rows: number;
	/** Rows with an answer to every item: the only ones used. */
	readonly complete: number;
	readonly items: number;
	/** Null with a reason. A constant item adds no variance but counts as an item. */
	readonly alpha: number | null;
	readonly noAlphaBecause: 'one-item' | 'too-few-complete' | 'no-variation' | null;
	/** 95 %; null when there is no alpha. */
	readonly interval: { readonly low: number; readonly high: number } | null;
	/** Alpha of the standardised items; null when an item is constant. */
	readonly standardisedAlpha: number | null;
	/** One per item, null where it is not defined. Below 0 is the sign of a wrong reversal key. */
	readonly itemRest: readonly (number | null)[];
	readonly alphaIfDropped: readonly (number | null)[];
	readonly totalStandardDeviation: number | null;
	/** SD · √(1 − alpha), in points. */
	readonly standardErrorOfMeasurement: number | null;
}

/** Alpha of scored (already reversed) items; one row per respondent, null = no answer. Never turns an item round by itself. */
export function cronbachAlpha(rows: readonly (readonly (number | null)[])[]): CronbachAlpha {
	const items = rows[0]?.length ?? 0;
	const complete = rows.filter((row): row is readonly number[] => row.every((answer) => answer !== null));
	const columns = Array.from({ length: items }, (_, item) => complete.map((row) => row[item] ?? NaN));
	const alpha = alphaOf(columns);
	const totalStandardDeviation = standardDeviation(rowTotals(columns));
	return {
		rows: rows.length,
		complete: complete.length,
		items,
		alpha,
		noAlphaBecause: alpha !== null ? null : whyNoAlpha(items, complete.length),
		interval: alpha === null ? null : feldtInterval(alpha, complete.length, items),
		standardisedAlpha: standardisedAlpha(columns),
		itemRest: columns.map((column, item) => correlation(column, rowTotals(without(columns, item)))),
		alphaIfDropped: columns.map((_, item) => alphaOf(without(columns, item))),
		totalStandardDeviation,
		standardErrorOfMeasurement:
			alpha === null || totalStandardDeviation === null ? null : totalStandardDeviation * Math.sqrt(1 - alpha)
	};
}

/** k / (k − 1) · (1 − Σ item variances / variance of the sum). */
function alphaOf(columns: readonly (readonly number[])[]): number | null {
	const k = columns.length;
	const ofTotal = variance(rowTotals(columns));
	if (k < 2 || ofTotal === null || ofTotal === 0) return null;
	return (k / (k - 1)) * (1 - total(columns.map((column) => variance(column) ?? NaN)) / ofTotal);
}

function whyNoAlpha(items: number, complete: number): CronbachAlpha['noAlphaBecause'] {
	if (items < 2) return 'one-item';
	return complete < 2 ? 'too-few-complete' : 'no-variation';
}

function feldtInterval(alpha: number, n: number, k: number): { low: number; high: number } {
	const end = (share: number): number => 1 - (1 - alpha) * fQuantile(share, n - 1, (n - 1) * (k - 1));
	return { low: end(0.975), high: end(0.025) };
}

/** k·r̄ / (1 + (k − 1)·r̄), with the mean correlation between items. */
function standardisedAlpha(columns: readonly (readonly number[])[]): number | null {
	const k = columns.length;
	const pairs = columns.flatMap((one, first) =>
		columns.slice(first + 1).map((other) => correlation(one, other))
	);
	const known = pairs.filter((r) => r !== null);
	if (k < 2 || known.length < pairs.length) return null;
	const meanR = total(known) / known.length;
	const denominator = 1 + (k - 1) * meanR;
	return denominator === 0 ? null : (k * meanR) / denominator;
}

function without(columns: readonly (readonly number[])[], item: number): (readonly number[])[] {
	return columns.filter((_, index) => index !== item);
}

function rowTotals(columns: readonly (readonly number[])[]): number[] {
	return (columns[0] ?? []).map((_, row) => total(columns.map((column) => column[row] ?? NaN)));
}

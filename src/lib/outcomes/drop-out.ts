/** Whether those lost before the follow-up were like those who stayed, and how much it could matter. No weighting is done. */
import { twoSidedT } from './distributions.ts';
import { isEssentiallyZero, mean, variance } from './moments.ts';

/** (mean followed − mean lost) / √((SD² + SD²)/2); null below two in a group or without spread. */
export function standardisedDifference(followed: readonly number[], lost: readonly number[]): number | null {
	const [difference, squares] = [
		subtractMeans(followed, lost),
		[variance(followed), variance(lost)] as const
	];
	if (difference === null || squares[0] === null || squares[1] === null) return null;
	const spread = Math.sqrt((squares[0] + squares[1]) / 2);
	return isEssentiallyZero(spread, difference) ? null : difference / spread;
}

/** The same for a share: (p − q) / √((p(1 − p) + q(1 − q))/2). Null when a group is empty or both shares are 0 or 1. */
export function standardisedShareDifference(
	followed: { readonly count: number; readonly n: number },
	lost: { readonly count: number; readonly n: number }
): number | null {
	if (followed.n === 0 || lost.n === 0) return null;
	const [p, q] = [followed.count / followed.n, lost.count / lost.n];
	const spread = (p * (1 - p) + q * (1 - q)) / 2;
	return spread === 0 ? null : (p - q) / Math.sqrt(spread);
}

/** The 95 % interval for the difference of means without taking the spreads to be equal (Welch 1947). Null as above. */
export function welchInterval(
	followed: readonly number[],
	lost: readonly number[],
	confidence = 0.95
): { readonly low: number; readonly high: number } | null {
	const [difference, squares] = [
		subtractMeans(followed, lost),
		[variance(followed), variance(lost)] as const
	];
	if (difference === null || squares[0] === null || squares[1] === null) return null;
	const [one, other] = [squares[0] / followed.length, squares[1] / lost.length];
	const standardError = Math.sqrt(one + other);
	const largest = Math.max(Math.abs(mean(followed) ?? 0), Math.abs(mean(lost) ?? 0));
	if (isEssentiallyZero(standardError, largest)) return null;
	const freedom = (one + other) ** 2 / (one ** 2 / (followed.length - 1) + other ** 2 / (lost.length - 1));
	const reach = twoSidedT(confidence, freedom) * standardError;
	return { low: difference - reach, high: difference + reach };
}

export interface ImprovedBounds {
	/** Share of the pairs, 0–1. */
	readonly observed: number | null;
	/** Had nobody of the lost improved, and had all of them. */
	readonly lowest: number | null;
	readonly highest: number | null;
}

/** How far the share improved could be from the truth: k/(n + lost) to (k + lost)/(n + lost). Null without anybody. */
export function improvedBounds(improved: number, pairs: number, lost: number): ImprovedBounds {
	const all = pairs + lost;
	return {
		observed: pairs === 0 ? null : improved / pairs,
		lowest: all === 0 ? null : improved / all,
		highest: all === 0 ? null : (improved + lost) / all
	};
}

function subtractMeans(one: readonly number[], other: readonly number[]): number | null {
	const [a, b] = [mean(one), mean(other)];
	return a === null || b === null ? null : a - b;
}

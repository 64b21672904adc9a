/** A share of a group with its uncertainty (Wilson 1927; recommended for small n by Brown, Cai & DasGupta 2001). */
import { normalQuantile } from './distributions.ts';

export interface ShareInterval {
	/** 0–1. */
	readonly low: number;
	readonly high: number;
}

/**
 * The Wilson interval for `count` of `n`, both whole, 0 ≤ count ≤ n. Null when n is 0. At none the low end is exactly 0 and
 * at all the high end exactly 1; the Wald interval would have no width there.
 */
export function wilsonInterval(count: number, n: number, confidence = 0.95): ShareInterval | null {
	const ends = wilsonFormula(count, n, confidence);
	if (ends === null) return null;
	return { low: count === 0 ? 0 : Math.max(ends.low, 0), high: count === n ? 1 : Math.min(ends.high, 1) };
}

/**
 * The formula itself, (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n), with the binary noise it has at its edges.
 * For checking against other programs; `wilsonInterval` is the one to show.
 */
export function wilsonFormula(count: number, n: number, confidence: number): ShareInterval | null {
	if (n === 0) return null;
	const z = normalQuantile(1 - (1 - confidence) / 2);
	const share = count / n;
	const centre = share + z ** 2 / (2 * n);
	const halfWidth = z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
	const scale = 1 + z ** 2 / n;
	return { low: (centre - halfWidth) / scale, high: (centre + halfWidth) / scale };
}

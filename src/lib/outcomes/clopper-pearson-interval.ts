import { betaQuantile } from './distributions.ts';
import type { ShareInterval } from './wilson-interval.ts';

/**
 * The exact interval for `count` of `n` (Clopper & Pearson 1934): never holds less than it promises, often more, so Wilson
 * is the one shown. Null when n is 0.
 */
export function clopperPearsonInterval(count: number, n: number, confidence = 0.95): ShareInterval | null {
	if (n === 0) return null;
	const tail = (1 - confidence) / 2;
	return {
		low: count === 0 ? 0 : betaQuantile(tail, count, n - count + 1),
		high: count === n ? 1 : betaQuantile(1 - tail, count + 1, n - count)
	};
}

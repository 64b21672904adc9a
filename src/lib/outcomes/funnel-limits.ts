/**
 * Where providers exactly on target would fall by chance (Spiegelhalter 2005): inside the inner limits 95 times of 100, inside
 * the outer 998 of 1 000. A funnel needs about six providers; it never ranks them.
 */
import { binomialQuantile, normalQuantile } from './distributions.ts';

export interface FunnelLimits {
	readonly inner: { readonly low: number; readonly high: number };
	readonly outer: { readonly low: number; readonly high: number };
}

const innerTail = 0.025;
const outerTail = 0.001;

/** Limits for a mean of n answers around the target, with the pooled SD within providers. Null when n is 0. */
export function funnelOfMeans(target: number, pooledSd: number, n: number): FunnelLimits | null {
	if (n === 0) return null;
	const around = (tail: number): FunnelLimits['inner'] => {
		const reach = (normalQuantile(1 - tail) * pooledSd) / Math.sqrt(n);
		return { low: target - reach, high: target + reach };
	};
	return { inner: around(innerTail), outer: around(outerTail) };
}

/** Limits for a share of n around the target share, as plain binomial quantiles (not interpolated). Null when n is 0. */
export function funnelOfShares(target: number, n: number): FunnelLimits | null {
	if (n === 0) return null;
	const around = (tail: number): FunnelLimits['inner'] => ({
		low: binomialQuantile(tail, n, target) / n,
		high: binomialQuantile(1 - tail, n, target) / n
	});
	return { inner: around(innerTail), outer: around(outerTail) };
}

/** Student's t when the truth is not zero: what an interval for a standardised mean (dz) is made of. */
import { logGamma, normalShareBelow } from './distributions.ts';

/** Even; Simpson's rule with this many steps is right to six digits for one degree of freedom and to more above. */
const steps = 600;

/**
 * The share of the noncentral t distribution below t: the mean of Φ(t·s − ncp) over s = √(χ²/df), by Simpson's rule.
 * Degrees of freedom above 0.
 */
export function noncentralTShareBelow(t: number, df: number, ncp: number): number {
	const reach = 12 / Math.sqrt(2 * df);
	const from = Math.max(0, 1 - reach);
	const width = (1 + reach - from) / steps;
	const logScale = Math.log(2) + (df / 2) * Math.log(df / 2) - logGamma(df / 2);
	let sum = 0;
	for (let step = 0; step <= steps; step += 1) {
		const s = from + step * width;
		const logPower = df === 1 ? 0 : (df - 1) * Math.log(s);
		const density = Math.exp(logScale + logPower - (df * s ** 2) / 2);
		const weight = step === 0 || step === steps ? 1 : step % 2 === 1 ? 4 : 2;
		sum += weight * density * normalShareBelow(t * s - ncp);
	}
	return (sum * width) / 3;
}

/**
 * The interval for the noncentrality that gives this t at the ends of the wanted confidence (Steiger & Fouladi 1997;
 * effectsize). Divided by √n it is the interval for dz.
 */
export function noncentralityInterval(
	t: number,
	df: number,
	confidence = 0.95
): { readonly low: number; readonly high: number } {
	const tail = (1 - confidence) / 2;
	return { low: findNoncentrality(t, df, 1 - tail), high: findNoncentrality(t, df, tail) };
}

/** The share below t falls as the noncentrality grows, so it is found by halving. */
function findNoncentrality(t: number, df: number, share: number): number {
	const reach = 10 + 3 * Math.abs(t);
	let low = t - reach;
	let high = t + reach;
	for (let step = 0; step < 50; step += 1) {
		const middle = (low + high) / 2;
		if (noncentralTShareBelow(t, df, middle) > share) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}

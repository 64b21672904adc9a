/**
 * Quantiles of the distributions that intervals are made of. The only file that uses cephes (Moshier's functions as
 * WebAssembly): docs/decisions/0022 says why it and not another. Only the server and the command line load it.
 */
import * as cephes from 'cephes';

await cephes.compiled;

/** The standard normal distribution's quantile for a share strictly between 0 and 1. */
export function normalQuantile(share: number): number {
	return cephes.ndtri(share);
}

/** The share of the standard normal distribution below z. */
export function normalShareBelow(z: number): number {
	return cephes.ndtr(z);
}

/** The beta distribution's quantile, both shapes above 0. */
export function betaQuantile(share: number, shapeA: number, shapeB: number): number {
	return cephes.incbi(shapeA, shapeB, share);
}

/** The F distribution's quantile, through the beta distribution; degrees of freedom above 0, also fractions. */
export function fQuantile(share: number, numeratorDf: number, denominatorDf: number): number {
	const beta = betaQuantile(share, numeratorDf / 2, denominatorDf / 2);
	return (denominatorDf * beta) / (numeratorDf * (1 - beta));
}

/**
 * The point t that holds the share `confidence` of Student's distribution between −t and t, for any degrees of freedom
 * above 0 (Welch's are no whole number; `studentTQuantile` is for whole ones and needs no library).
 */
export function twoSidedT(confidence: number, degreesOfFreedom: number): number {
	const beta = betaQuantile(confidence, 0.5, degreesOfFreedom / 2);
	return Math.sqrt((degreesOfFreedom * beta) / (1 - beta));
}

/** Where cephes' own inverse begins to stop on underflow for some shapes; from here the point is found by halving. */
const largeShape = 200;

/** Above this many cases a sum of the series takes minutes, and says nothing that anybody counts. */
const largestShape = 1e12;

/**
 * The gamma distribution's quantile with scale 1 and a shape above 0, for shares at least 1e-9 from 0 and 1. Throws for
 * shapes above 1e12.
 */
export function gammaQuantile(share: number, shape: number): number {
	if (shape > largestShape) throw new RangeError('the shape is too large');
	if (shape < largeShape) return cephes.igami(shape, 1 - share);
	// Ten standard deviations to each side hold all but 1e-20 of the distribution.
	let low = shape - 10 * Math.sqrt(shape);
	let high = shape + 10 * Math.sqrt(shape);
	for (let step = 0; step < 60; step += 1) {
		const middle = (low + high) / 2;
		if (cephes.igam(shape, middle) < share) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}

/** The natural logarithm of the gamma function, above 0. */
export function logGamma(x: number): number {
	return cephes.lgam(x);
}

/** A probability of exactly the wanted share must not be missed through binary rounding (as R's qbinom). */
const fuzz = 1e-14;

/** The smallest count that at least the wanted share of binomial draws is at or below. */
export function binomialQuantile(share: number, draws: number, probability: number): number {
	if (probability === 0) return 0;
	if (probability === 1) return draws;
	let low = 0;
	let high = draws;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		const below = 1 - cephes.incbet(middle + 1, draws - middle, probability);
		if (below >= share * (1 - fuzz)) high = middle;
		else low = middle + 1;
	}
	return low;
}

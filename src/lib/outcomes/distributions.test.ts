import { describe, expect, it } from 'vitest';
import {
	betaQuantile,
	binomialQuantile,
	fQuantile,
	gammaQuantile,
	logGamma,
	normalQuantile,
	normalShareBelow,
	twoSidedT
} from './distributions.ts';
import { studentTQuantile } from './student-t-quantile.ts';

/** How far off a value may be, as a share of it. */
function expectWithin(value: number, expected: number, tolerance = 1e-12): void {
	expect(Math.abs(value - expected)).toBeLessThanOrEqual(tolerance * Math.abs(expected));
}

// Expected values: scipy 1.17.1 (stats.norm, t, f, beta, gamma, binom).
describe('quantiles', () => {
	it.each([
		[0.975, 1.9599639845400545],
		[0.999, 3.090232306167813],
		[0.025, -1.9599639845400545]
	])('of the normal distribution at %d', (share, expected) => {
		expectWithin(normalQuantile(share), expected);
		expectWithin(normalShareBelow(expected), share);
	});

	it.each([
		[0.95, 1.7, 5.1188389882530565],
		[0.95, 24.55, 2.0614544443618206],
		[0.99, 80.2, 2.6385302810520446]
	])('of Student’s t, holding %d with %d degrees of freedom', (confidence, df, expected) => {
		expectWithin(twoSidedT(confidence, df), expected);
	});

	it('of Student’s t agree with the finite sums for whole degrees of freedom', () => {
		for (const df of [1, 2, 3, 9, 24, 199]) {
			expectWithin(twoSidedT(0.95, df), studentTQuantile(0.95, df) ?? NaN);
		}
	});

	it.each([
		[0.975, 1, 1, 647.7890114778442],
		[0.025, 39, 468, 0.5981322661351918],
		[0.975, 59, 531, 1.4244447766296322]
	])('of F at %d with %d and %d', (share, one, other, expected) => {
		expectWithin(fQuantile(share, one, other), expected);
	});

	it.each([
		[0.025, 1, 5, 0.005050763379468056],
		[0.975, 4, 1766, 0.0049479885557992265]
	])('of beta at %d with %d and %d', (share, one, other, expected) => {
		expectWithin(betaQuantile(share, one, other), expected);
	});

	it.each([
		[0.975, 1, 3.688879454113936],
		[0.975, 3401, 3516.2455468121825],
		[0.025, 50000, 49562.686650323674]
	])('of gamma at %d with shape %d', (share, shape, expected) => {
		expectWithin(gammaQuantile(share, shape), expected);
	});

	// cephes' own inverse stops on underflow for some shapes in the thousands (7 484 at .025 is one).
	it('of gamma exist for every number of cases a municipality can have', () => {
		for (let cases = 1; cases <= 12_000; cases += 1) {
			const [low, high] = [gammaQuantile(0.025, cases), gammaQuantile(0.975, cases + 1)];
			if (!(low < cases && cases < high)) expect([cases, low, high]).toEqual([]);
		}
	});

	it.each([
		[0.025, 28, 0.8, 18],
		[0.999, 400, 0.8, 344],
		[0.5, 10, 0, 0],
		[0.5, 10, 1, 10],
		// Exactly half of the draws are at or below 4 of 9.
		[0.5, 9, 0.5, 4]
	])('of binomial draws at %d of %d with %d', (share, draws, probability, expected) => {
		expect(binomialQuantile(share, draws, probability)).toBe(expected);
	});
});

it('takes the logarithm of the gamma function: 5! is Γ(6), and Γ(1/2) is √π', () => {
	expectWithin(logGamma(6), Math.log(120));
	expectWithin(logGamma(0.5), Math.log(Math.sqrt(Math.PI)));
});

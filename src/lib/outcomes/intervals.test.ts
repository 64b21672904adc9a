/** Laws that hold for any numbers; the values themselves are compared with R in vectors.test.ts. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clopperPearsonInterval } from './clopper-pearson-interval.ts';
import { improvedBounds, standardisedDifference } from './drop-out.ts';
import { funnelOfMeans, funnelOfShares } from './funnel-limits.ts';
import { newcombeDifference } from './newcombe-difference.ts';
import { pooledStandardDeviation } from './pooled-standard-deviation.ts';
import { ratePerThousand } from './rate-per-thousand.ts';
import { responseRates } from './response-rates.ts';
import { wilsonInterval } from './wilson-interval.ts';

const groups = fc
	.record({ n: fc.integer({ min: 1, max: 3000 }), part: fc.double({ min: 0, max: 1, noNaN: true }) })
	.map(({ n, part }) => ({ count: Math.round(part * n), n }));

describe('the Wilson interval', () => {
	it('holds the share and stays within 0–1', () => {
		fc.assert(
			fc.property(groups, ({ count, n }) => {
				const interval = wilsonInterval(count, n);
				expect(interval?.low).toBeGreaterThanOrEqual(0);
				expect(interval?.low).toBeLessThanOrEqual(count / n);
				expect(interval?.high).toBeGreaterThanOrEqual(count / n);
				expect(interval?.high).toBeLessThanOrEqual(1);
			})
		);
	});

	it('is the mirror image when those without are counted instead', () => {
		fc.assert(
			fc.property(groups, ({ count, n }) => {
				const [one, other] = [wilsonInterval(count, n), wilsonInterval(n - count, n)];
				expect(one?.low).toBeCloseTo(1 - (other?.high ?? NaN), 12);
			})
		);
	});

	it('ends exactly at 0 when none has it and at 1 when all have', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 5000 }), (n) => {
				expect(wilsonInterval(0, n)?.low).toBe(0);
				expect(wilsonInterval(n, n)?.high).toBe(1);
			})
		);
	});

	it('is null for nobody', () => {
		expect(wilsonInterval(0, 0)).toBeNull();
		expect(clopperPearsonInterval(0, 0)).toBeNull();
	});
});

describe('the difference between two shares', () => {
	it('turns its sign when the groups change places', () => {
		fc.assert(
			fc.property(groups, groups, (one, other) => {
				const [there, back] = [newcombeDifference(one, other), newcombeDifference(other, one)];
				expect(there?.difference).toBeCloseTo(-(back?.difference ?? NaN), 12);
				expect(there?.low).toBeCloseTo(-(back?.high ?? NaN), 12);
			})
		);
	});

	it('is null when a group is empty', () => {
		expect(newcombeDifference({ count: 0, n: 0 }, { count: 1, n: 2 })).toBeNull();
	});
});

describe('cases per 1 000', () => {
	it('lie inside their interval, which narrows as cases grow', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 5000 }), (cases) => {
				const one = ratePerThousand(cases, 10_000);
				const more = ratePerThousand(2 * cases, 20_000);
				expect(one?.low).toBeLessThan(one?.rate ?? NaN);
				expect(one?.high).toBeGreaterThan(one?.rate ?? NaN);
				expect((more?.high ?? NaN) - (more?.low ?? NaN)).toBeLessThan((one?.high ?? NaN) - (one?.low ?? NaN));
			})
		);
	});

	it('are null without a population', () => {
		expect(ratePerThousand(3, 0)).toBeNull();
	});
});

describe('the funnel', () => {
	it('keeps the outer limits outside the inner, and narrows with n', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 500 }), (n) => {
				const [few, many] = [funnelOfMeans(2.6, 0.62, n), funnelOfMeans(2.6, 0.62, 4 * n)];
				expect(few?.outer.low).toBeLessThan(few?.inner.low ?? NaN);
				expect(many?.inner.high).toBeLessThan(few?.inner.high ?? NaN);
				const shares = funnelOfShares(0.8, n);
				expect(shares?.outer.high).toBeGreaterThanOrEqual(shares?.inner.high ?? NaN);
			})
		);
	});

	it('has no limits for nobody', () => {
		expect(funnelOfMeans(2.6, 0.62, 0)).toBeNull();
		expect(funnelOfShares(0.8, 0)).toBeNull();
	});
});

describe('the spread within groups', () => {
	it('is the common spread when groups differ only in level', () => {
		const groupsOfThree = [1, 1, 1].map(() => ({ n: 3, standardDeviation: 2 }));
		expect(pooledStandardDeviation(groupsOfThree)).toBe(2);
	});

	it('weighs groups by n − 1 and leaves out those of one', () => {
		// (4·1² + 9·2²) / 13, by hand.
		const mixed = [
			{ n: 5, standardDeviation: 1 },
			{ n: 10, standardDeviation: 2 },
			{ n: 1, standardDeviation: null }
		];
		expect(pooledStandardDeviation(mixed)).toBeCloseTo(Math.sqrt(40 / 13), 12);
		expect(pooledStandardDeviation([{ n: 1, standardDeviation: null }])).toBeNull();
	});
});

describe('response rates', () => {
	const dispositions = fc.record({
		complete: fc.nat(500),
		partial: fc.nat(50),
		refused: fc.nat(500),
		notReached: fc.nat(500),
		other: fc.nat(50),
		unknownEligibility: fc.nat(500)
	});

	it('never fall when fewer of the unknown are taken to be eligible, and partial answers never lower them', () => {
		fc.assert(
			fc.property(dispositions, fc.double({ min: 0, max: 1, noNaN: true }), (of, share) => {
				const rates = responseRates(of, share);
				fc.pre(rates.rr1 !== null && rates.rr4 !== null && rates.rr3 !== null);
				expect(rates.rr2).toBeGreaterThanOrEqual(rates.rr1 ?? NaN);
				expect(rates.rr4).toBeGreaterThanOrEqual(rates.rr2 ?? NaN);
				expect(rates.rr3).toBeGreaterThanOrEqual(rates.rr1 ?? NaN);
			})
		);
	});

	it('are null when nobody was invited', () => {
		const nobody = { complete: 0, partial: 0, refused: 0, notReached: 0, other: 0, unknownEligibility: 0 };
		expect(responseRates(nobody)).toEqual({ rr1: null, rr2: null, rr3: null, rr4: null, nonResponse: null });
	});
});

describe('those lost', () => {
	it('leave bounds that hold whatever happened to them', () => {
		fc.assert(
			fc.property(
				groups,
				fc.nat(500),
				fc.double({ min: 0, max: 1, noNaN: true }),
				({ count, n }, lost, part) => {
					const bounds = improvedBounds(count, n, lost);
					const truth = (count + Math.round(part * lost)) / (n + lost);
					expect(bounds.lowest).toBeLessThanOrEqual(truth);
					expect(bounds.highest).toBeGreaterThanOrEqual(truth);
				}
			)
		);
	});

	it('are not compared when one of them alone has a figure', () => {
		expect(standardisedDifference([3, 4], [5])).toBeNull();
		expect(standardisedDifference([3, 3], [3, 3])).toBeNull();
		expect(improvedBounds(0, 0, 0)).toEqual({ observed: null, lowest: null, highest: null });
	});
});

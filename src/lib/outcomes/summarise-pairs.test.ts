import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countChanges } from './change-shares.ts';
import type { BeforeAfter } from './match-pairs.ts';
import { differenceInterval, summarisePairs } from './summarise-pairs.ts';

const score = fc.option(fc.integer({ min: 0, max: 40 }), { nil: null });
const rows = fc.array(fc.record({ before: score, after: score }), { maxLength: 60 });
const anyPoint = { kind: 'any-point' } as const;

function summarise(of: readonly BeforeAfter[], direction: 'higher-better' | 'lower-better' = 'lower-better') {
	return summarisePairs({ rows: of, direction, criterion: anyPoint });
}

describe('a group before and after', () => {
	it('counts every row once: pairs, only before, only after, neither', () => {
		fc.assert(
			fc.property(rows, (of) => {
				const { pairs, onlyBefore, onlyAfter, neither } = summarise(of).counts;
				expect(pairs + onlyBefore + onlyAfter + neither).toBe(of.length);
			})
		);
	});

	it('is not moved by anybody who lacks one of the measurements', () => {
		fc.assert(
			fc.property(rows, (of) => {
				const pairs = of.filter(({ before, after }) => before !== null && after !== null);
				expect({ ...summarise(of), counts: null }).toEqual({ ...summarise(pairs), counts: null });
			})
		);
	});

	it('counts improved, unchanged and worsened once each, and swaps them when the direction is turned', () => {
		fc.assert(
			fc.property(rows, (of) => {
				const [lower, higher] = [summarise(of).shares, summarise(of, 'higher-better').shares];
				expect(lower?.improved).toEqual(higher?.worsened);
				expect(lower?.unchanged).toEqual(higher?.unchanged);
				const counted = [lower?.improved, lower?.unchanged, lower?.worsened].map((one) => one?.count ?? 0);
				expect(counted.reduce((sum, count) => sum + count, 0)).toBe(summarise(of).counts.pairs);
			})
		);
	});

	it('has the same change when every score is moved by the same points', () => {
		const pairs = fc.array(
			fc.record({ before: fc.integer({ min: 0, max: 40 }), after: fc.integer({ min: 0, max: 40 }) }),
			{ minLength: 2, maxLength: 40 }
		);
		fc.assert(
			fc.property(pairs, (of) => {
				const moved = of.map(({ before, after }) => ({ before: before + 13, after: after + 13 }));
				const [here, there] = [summarise(of), summarise(moved)];
				expect(there.difference).toEqual(here.difference);
				expect(there.interval).toEqual(here.interval);
			})
		);
	});

	it('gives quartiles (type 7) before and after, of the pairs', () => {
		const of = [1, 2, 3, 4].map((before) => ({ before, after: 10 * before }));
		expect(summarise([...of, { before: 40, after: null }]).before).toMatchObject({
			lowerQuartile: 1.75,
			median: 2.5,
			upperQuartile: 3.25
		});
	});

	it('says why there is no interval', () => {
		expect(differenceInterval([])).toEqual({ kind: 'none', because: 'no-pairs' });
		expect(differenceInterval([3])).toEqual({ kind: 'none', because: 'one-pair' });
		expect(differenceInterval([-3, -3, -3])).toEqual({ kind: 'none', because: 'all-equal' });
		// 0.1 + 0.2 − 0.3 is binary noise, not spread.
		expect(differenceInterval([0.1 + 0.2, 0.3, 0.3])).toEqual({ kind: 'none', because: 'all-equal' });
	});

	it('gives no per cent of a mean that is 0', () => {
		expect(summarise([{ before: 0, after: 3 }]).percentChangeOfMeans).toBeNull();
	});
});

describe('what counts as a change', () => {
	const pairs = [4, 3, 0, -3, -4].map((change) => ({ before: 10, after: 10 + change }));
	const count = (criterion: Parameters<typeof countChanges>[0]['criterion']) => {
		const shares = countChanges({ pairs, direction: 'lower-better', criterion });
		return shares && [shares.improved.count, shares.unchanged.count, shares.worsened.count];
	};

	it('is any point, or at least so many points', () => {
		expect(count(anyPoint)).toEqual([2, 1, 2]);
		expect(count({ kind: 'minimum-change', points: 4 })).toEqual([1, 3, 1]);
	});

	it('is more than the measurement error where its parameters are known', () => {
		// Threshold 1.96 · 2 · √2 · √(1 − .6) = 3.51 points.
		expect(count({ kind: 'reliable', standardDeviation: 2, reliability: 0.6 })).toEqual([1, 3, 1]);
	});

	it('is nothing when they cannot be used', () => {
		expect(count({ kind: 'reliable', standardDeviation: 2, reliability: 1 })).toBeNull();
	});
});

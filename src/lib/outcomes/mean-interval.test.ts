import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import vectors from '#tests/vectors/h_target.json' with { type: 'json' };
import { meanInterval, summariseGroup, type ValueCount } from './mean-interval.ts';

function countOf(answers: readonly number[]): ValueCount[] {
	return [...new Set(answers)].map((value) => ({
		value,
		count: answers.filter((answer) => answer === value).length
	}));
}

describe('summariseGroup', () => {
	it.each(vectors.cases)('reproduces R for $id', ({ input, expected }) => {
		const group = summariseGroup(countOf(input.answers));
		expect(group.n).toBe(expected.n_answers);
		expect(group.sum).toBe(expected.sum);
		expect(group.mean).toBeCloseTo(expected.mean, 12);
		if (expected.sd === null) expect(group.standardDeviation).toBeNull();
		else expect(group.standardDeviation).toBeCloseTo(expected.sd, 12);
	});

	it('has no mean without answers', () => {
		expect(summariseGroup([])).toEqual({ n: 0, sum: 0, mean: null, standardDeviation: null });
	});
});

describe('meanInterval', () => {
	it.each(vectors.cases)('reproduces R’s t interval for $id', ({ input, expected }) => {
		const interval = meanInterval(summariseGroup(countOf(input.answers)));
		if (expected.ci95_low === null) {
			expect(interval.kind).toBe('none');
			return;
		}
		expect(interval.kind === 'interval' && interval.low).toBeCloseTo(expected.ci95_low, 9);
		expect(interval.kind === 'interval' && interval.high).toBeCloseTo(expected.ci95_high ?? NaN, 9);
	});

	it('says whether there are too few answers or no spread', () => {
		expect(meanInterval(summariseGroup([{ value: 3, count: 1 }]))).toEqual({
			kind: 'none',
			because: 'too-few'
		});
		expect(meanInterval(summariseGroup([{ value: 3, count: 12 }]))).toEqual({
			kind: 'none',
			because: 'all-equal'
		});
	});

	it('moves with the scale: adding one to every answer adds one to both ends', () => {
		const answers = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 60 });
		fc.assert(
			fc.property(answers, (values) => {
				const here = meanInterval(summariseGroup(countOf(values)));
				const there = meanInterval(summariseGroup(countOf(values.map((value) => value + 1))));
				expect(there.kind).toBe(here.kind);
				if (here.kind === 'none' || there.kind === 'none') return;
				expect(there.low).toBeCloseTo(here.low + 1, 9);
				expect(there.high).toBeCloseTo(here.high + 1, 9);
			})
		);
	});
});

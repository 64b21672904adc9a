import { describe, expect, it } from 'vitest';
import vectors from '#tests/vectors/i_tabell3.json' with { type: 'json' };
import { goalSumChange } from './goal-sum-change.ts';

describe('goalSumChange', () => {
	it.each(vectors.cases)('reproduces R for $id', ({ input, expected }) => {
		expect(goalSumChange(input.before, input.after)).toEqual({
			difference: expected.diff,
			halfPercent: expected.pct_half_point
		});
	});

	// Socialstyrelsen, Systematisk uppföljning, Tabell 3 as printed: all ten rows.
	it.each([
		['Föräldrar 1', 87, 68, 19, 22],
		['Föräldrar 2', 94, 64, 30, 32],
		['Föräldrar 3', 65, 64, 1, 1.5],
		['Föräldrar 4', 62, 56, 6, 9.5],
		['Föräldrar 5', 92, 78, 14, 15],
		['Barn 1', 52, 49, 3, 6],
		['Barn 2', 60, 52, 8, 13.5],
		['Barn 3', 53, 47, 6, 11.5],
		['Barn 4', 39, 40, -1, -2.5],
		['Barn 5', 56, 45, 11, 19.5]
	])('prints the row %s of Tabell 3', (_row, before, after, difference, halfPercent) => {
		expect(goalSumChange(before, after)).toEqual({ difference, halfPercent });
	});

	it('gives no per cent of nothing', () => {
		expect(goalSumChange(0, 4)).toEqual({ difference: -4, halfPercent: null });
	});
});

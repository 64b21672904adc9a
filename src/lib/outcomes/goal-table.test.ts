import { describe, expect, it } from 'vitest';
import { tabell3Children } from '../../../bin/demo-data/tabell3.ts';
import { goalTableRow } from './goal-table.ts';

const sumOf = (codes: readonly number[] | undefined): number =>
	(codes ?? []).reduce((sum, code) => sum + code, 0);

describe('Jourpatrullen’s table', () => {
	it.each([
		[1, 52, 49, 3, 6],
		[2, 60, 52, 8, 13.5],
		[3, 53, 47, 6, 11.5],
		[4, 39, 40, -1, -2.5],
		[5, 56, 45, 11, 19.5]
	])(
		'prints the children’s goal %d as published, from made-up answers',
		(goal, before, after, difference, half) => {
			const rows = tabell3Children.map((child) => ({
				before: sumOf(child.before[goal - 1]),
				after: sumOf(child.after[goal - 1])
			}));
			const row = goalTableRow(rows, 4);
			expect([row.sumBefore, row.sumAfter]).toEqual([before, after]);
			expect(row.published).toEqual({ difference, halfPercent: half });
			expect(row.meanImprovement).toBeCloseTo(difference / tabell3Children.length, 12);
		}
	);

	it('takes the share of the points that could be gained: 19 of 55, not 22 per cent', () => {
		// Eight made-up parents whose sums are those of the first printed row, 87 → 68.
		const before = [11, 11, 11, 11, 11, 11, 11, 10];
		const after = [9, 9, 9, 9, 8, 8, 8, 8];
		const row = goalTableRow(
			before.map((points, index) => ({ before: points, after: after[index] ?? null })),
			4
		);
		expect([row.sumBefore, row.sumAfter, row.published.halfPercent]).toEqual([87, 68, 22]);
		expect(row.shareOfPossible).toBeCloseTo(19 / 55, 12);
	});

	it('does not take a person who is missing afterwards for an improvement', () => {
		const rows = [
			{ before: 10, after: 10 },
			{ before: 12, after: null }
		];
		expect(goalTableRow(rows, 4)).toMatchObject({
			counts: { pairs: 1, onlyBefore: 1 },
			published: { difference: 0, halfPercent: 0 },
			interval: { kind: 'none', because: 'one-pair' }
		});
	});

	it('has nothing to gain when all began at the best, and no figures without pairs', () => {
		expect(goalTableRow([{ before: 4, after: 4 }], 4).shareOfPossible).toBeNull();
		expect(goalTableRow([], 4)).toMatchObject({
			meanImprovement: null,
			shareOfPossible: null,
			published: { halfPercent: null }
		});
	});
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '#tests/vectors/e_sced.json' with { type: 'json' };
import { describeSingleCase, type Note } from './describe-single-case.ts';
import { nonoverlap } from './nonoverlap.ts';
import { leastSquaresLine, theilSenLine } from './time-points.ts';
import { weeklyMeans } from './weekly-means.ts';

function notesOf(id: string): Note[] {
	const input = vectors.cases.find((one) => one.id === id)?.input;
	return (input?.y ?? []).map((value, index) => ({
		day: input?.time[index] ?? NaN,
		value,
		phase: input?.phase[index] ?? ''
	}));
}

describe('one person measured many times', () => {
	// tests/vectors/e_sced.json, maja_daily_ute_AC: a made-up series with 14 + 21 + 21 days.
	const maja = describeSingleCase(notesOf('maja_daily_ute_AC'), 'higher-better');

	it('has a mean and a median for each phase, in the order they began', () => {
		expect(maja.phases.map(({ phase, points }) => [phase, points.length])).toEqual([
			['A', 14],
			['B', 21],
			['C', 21]
		]);
		expect(maja.phases[2]).toMatchObject({ median: 2 });
		expect(maja.phases[2]?.mean).toBeCloseTo(1.71428571428571, 12);
	});

	it('sets each later phase beside the first', () => {
		expect(maja.changes.map(({ from, to }) => [from, to])).toEqual([
			['A', 'B'],
			['A', 'C']
		]);
		expect(maja.changes[1]?.meanChange).toBeCloseTo(1.35714285714286, 12);
		expect(maja.changes[1]?.nap).toBeCloseTo(0.860544217687075, 12);
	});

	it('shows no line and no NAP below five points in a phase', () => {
		const short = describeSingleCase(notesOf('full_reverse'), 'higher-better');
		expect(short.phases.map(({ line }) => line)).toEqual([null, null]);
		expect(short.changes[0]).toMatchObject({ nap: null, meanChange: -3.25 });
	});

	it('counts a day without a note and never reads it as 0', () => {
		const notes = [
			{ day: 1, value: 2, phase: 'A' },
			{ day: 2, value: null, phase: 'A' },
			{ day: 3, value: 4, phase: 'A' }
		];
		expect(describeSingleCase(notes, 'higher-better').phases[0]).toMatchObject({ mean: 3, notNoted: 1 });
		expect(weeklyMeans(notes)).toEqual([{ week: 1, mean: 3, daysNoted: 2 }]);
	});

	it('is empty without notes', () => {
		expect(describeSingleCase([], 'higher-better')).toEqual({ phases: [], changes: [] });
		expect(weeklyMeans([])).toEqual([]);
	});
});

// Socialstyrelsen, Systematisk uppföljning, Figur 11: 2 weeks, then 3, then 3.
it('gives weekly means with a week that nobody noted', () => {
	const notes = [1, 2, 15].map((day) => ({ day, value: day, phase: 'A' }));
	expect(weeklyMeans(notes)).toEqual([
		{ week: 1, mean: 1.5, daysNoted: 2 },
		{ week: 2, mean: null, daysNoted: 0 },
		{ week: 3, mean: 15, daysNoted: 1 }
	]);
});

describe('lines and overlap', () => {
	const values = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 12 });

	it('share the pairs between the phases: NAP read the other way is 1 − NAP', () => {
		fc.assert(
			fc.property(values, values, (a, b) => {
				const up = nonoverlap(a, b, 'higher-better')?.nap ?? NaN;
				expect(nonoverlap(a, b, 'lower-better')?.nap).toBeCloseTo(1 - up, 12);
				expect(nonoverlap(b, a, 'higher-better')?.nap).toBeCloseTo(1 - up, 12);
			})
		);
	});

	it('go through points that lie on a line', () => {
		const whole = fc.integer({ min: -20, max: 20 });
		const times = fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { minLength: 2, maxLength: 12 });
		fc.assert(
			fc.property(whole, whole, times, (slope, intercept, days) => {
				const points = days.map((time) => ({ time, value: intercept + slope * time }));
				for (const line of [theilSenLine(points), leastSquaresLine(points)]) {
					expect(line?.slope).toBeCloseTo(slope, 8);
					expect(line?.intercept).toBeCloseTo(intercept, 6);
				}
			})
		);
	});

	it('are null for one day', () => {
		const sameDay = [1, 2].map((value) => ({ time: 4, value }));
		expect(theilSenLine(sameDay)).toBeNull();
		expect(leastSquaresLine(sameDay)).toBeNull();
		expect(nonoverlap([], [1], 'higher-better')).toBeNull();
	});
});

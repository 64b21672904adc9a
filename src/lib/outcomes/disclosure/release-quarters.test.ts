import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quarter } from '#lib/shared/local-date.ts';
import { releaseQuarters, type QuarterCount } from './release-quarters.ts';

const quarter = (text: string) => text as Quarter;
const counted = (...answers: number[]): QuarterCount[] =>
	answers.map((count, index) => ({ quarter: quarter(`2026-Q${index + 1}`), answers: count }));
const nextYear = quarter('2027-Q1');

describe('answers by quarter', () => {
	it('wait until the quarter is over', () => {
		expect(releaseQuarters(counted(12, 9), quarter('2026-Q1'), 5)).toEqual([]);
		expect(releaseQuarters(counted(12, 9), quarter('2026-Q2'), 5)).toEqual(['2026-Q1']);
		expect(releaseQuarters(counted(12, 9), quarter('2026-Q3'), 5)).toEqual(['2026-Q1', '2026-Q2']);
	});

	it('wait for others when they are fewer than k, and then come together', () => {
		expect(releaseQuarters(counted(12, 1), nextYear, 5)).toEqual(['2026-Q1']);
		expect(releaseQuarters(counted(12, 1, 3), nextYear, 5)).toEqual(['2026-Q1']);
		expect(releaseQuarters(counted(12, 1, 3, 1), nextYear, 5)).toEqual([
			'2026-Q1',
			'2026-Q2',
			'2026-Q3',
			'2026-Q4'
		]);
	});

	it('are taken in order of time, however they come', () => {
		expect(releaseQuarters(counted(5, 5).toReversed(), nextYear, 5)).toEqual(['2026-Q1', '2026-Q2']);
	});

	it('never move a figure by 1 to k − 1 answers from one look to the next, and take nothing back', () => {
		const years = fc.array(fc.nat({ max: 9 }), { minLength: 4, maxLength: 4 });
		fc.assert(
			fc.property(years, (answers) => {
				const looks = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4', '2027-Q1'].map((today) =>
					releaseQuarters(counted(...answers), quarter(today), 5)
				);
				for (const [index, later] of looks.slice(1).entries()) {
					const earlier = looks[index] ?? [];
					expect(later.slice(0, earlier.length)).toEqual(earlier);
					const more = later.slice(earlier.length).map((name) => answers[Number(name.at(-1)) - 1] ?? 0);
					const moved = more.reduce((sum, count) => sum + count, 0);
					expect(moved === 0 || moved >= 5).toBe(true);
				}
			})
		);
	});
});

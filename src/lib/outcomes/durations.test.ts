import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, type LocalDate } from '#lib/shared/local-date.ts';
import { closedDurations, startedDurations } from './durations.ts';
import { kaplanMeierMedian, kaplanMeierSteps } from './kaplan-meier.ts';
import { reReferral } from './re-referral.ts';

const day = (text: string): LocalDate => text as LocalDate;
const year = { from: day('2025-01-01'), to: day('2025-12-31') };

describe('the Kaplan–Meier median', () => {
	// Miller 1997, maintenance in acute myelogenous leukaemia (R: survival::aml); + = still going on.
	// summary(survfit(Surv(time, status) ~ x, aml)) prints medians 31 and 23.
	const ended = (time: number) => ({ time, hasEnded: true });
	const ongoing = (time: number) => ({ time, hasEnded: false });
	const maintained = [...[9, 13, 18, 23, 31, 34, 48].map(ended), ...[13, 28, 45, 161].map(ongoing)];
	const nonmaintained = [...[5, 5, 8, 8, 12, 23, 27, 30, 33, 43, 45].map(ended), ongoing(16)];

	it('agrees with R on a published example', () => {
		expect([kaplanMeierMedian(maintained), kaplanMeierMedian(nonmaintained)]).toEqual([31, 23]);
		expect(kaplanMeierSteps(maintained).map(({ share }) => share.toFixed(3))).toEqual([
			'0.909',
			'0.818',
			'0.716',
			'0.614',
			'0.491',
			'0.368',
			'0.184'
		]);
	});

	it('is the ordinary median when all have ended', () => {
		const times = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 40 });
		fc.assert(
			fc.property(times, (all) => {
				const sorted = all.toSorted((a, b) => a - b);
				const middle =
					((sorted[Math.ceil(all.length / 2) - 1] ?? 0) + (sorted[Math.floor(all.length / 2)] ?? 0)) / 2;
				expect(kaplanMeierMedian(all.map(ended))).toBe(middle);
			})
		);
	});

	it('is not known until half have ended', () => {
		expect(kaplanMeierMedian([ended(10), ongoing(20), ongoing(20)])).toBeNull();
		expect(kaplanMeierMedian([])).toBeNull();
	});
});

describe('how long things last', () => {
	// Made-up spells.
	const spells = [
		{ startedOn: day('2025-01-10'), endedOn: day('2025-01-20') },
		{ startedOn: day('2025-02-01'), endedOn: day('2025-03-03') },
		{ startedOn: day('2024-12-01'), endedOn: day('2025-12-31') },
		{ startedOn: day('2025-03-01'), endedOn: null },
		{ startedOn: day('2025-03-01'), endedOn: day('2026-01-01') }
	];

	it('counts those that ended in the period, whenever they started', () => {
		expect(closedDurations(spells, year)).toMatchObject({ n: 3, median: 30 });
		expect(closedDurations(spells, year, 'both-days-counted')).toMatchObject({ n: 3, median: 31 });
	});

	it('counts those that started in the period, the ongoing too', () => {
		expect(startedDurations(spells, year, day('2025-06-30'))).toEqual({
			n: 4,
			ongoing: 2,
			// Half have ended after 30 days and no later end is known.
			medianDays: 30
		});
		expect(startedDurations(spells, year, day('2025-01-12'))).toEqual({ n: 1, ongoing: 1, medianDays: null });
	});

	it('has no figures for none', () => {
		expect(closedDurations([], year)).toMatchObject({ n: 0, mean: null, median: null });
		expect(startedDurations([], year, day('2025-06-30'))).toEqual({ n: 0, ongoing: 0, medianDays: null });
	});
});

describe('coming back', () => {
	const closing = (closedOn: string, referredAgainOn: string | null = null, isOutside = false) => ({
		closedOn: day(closedOn),
		referredAgainOn: referredAgainOn === null ? null : day(referredAgainOn),
		isOutside
	});

	it('is counted only for those whose whole window has passed', () => {
		const closings = [
			closing('2025-01-15', '2025-06-01'),
			closing('2025-01-15', '2025-08-01'),
			closing('2025-02-15'),
			closing('2025-09-01', '2025-09-20'),
			closing('2025-01-20', null, true)
		];
		expect(reReferral(closings, 6, day('2025-11-01'))).toMatchObject({
			windowMonths: 6,
			cameBack: { count: 1, share: 1 / 3 },
			notYet: 1,
			outside: 1
		});
	});

	it('waits until the last day of the window has passed', () => {
		const one = [closing('2025-08-31', '2026-02-28')];
		expect(reReferral(one, 6, day('2026-02-28'))).toMatchObject({ notYet: 1, cameBack: { share: null } });
		expect(reReferral(one, 6, day('2026-03-01'))).toMatchObject({ notYet: 0, cameBack: { count: 1 } });
	});
});

it('counts months to the same day, or the last one of a shorter month', () => {
	expect(addMonths(day('2025-08-31'), 6)).toBe('2026-02-28');
	expect(addMonths(day('2023-08-31'), 6)).toBe('2024-02-29');
	expect(addMonths(day('2025-12-15'), 1)).toBe('2026-01-15');
	expect(addMonths(day('2025-03-31'), -1)).toBe('2025-02-28');
});

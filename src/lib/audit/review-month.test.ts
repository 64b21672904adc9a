import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from '#lib/shared/local-date.ts';
import {
	listMonths,
	monthOf,
	nextMonth,
	parseMonth,
	reviewDueOn,
	reviewStateOf,
	type Month
} from './review-month.ts';

const day = (text: string) => text as LocalDate;
const march = '2026-03' as Month;
const open = { isSigned: false, hasVisits: true };

describe('months', () => {
	it.each([
		['2026-01', '2026-02'],
		['2026-12', '2027-01'],
		['2028-02', '2028-03']
	])('%s is followed by %s', (of, next) => {
		expect(nextMonth(of as Month)).toBe(next);
	});

	it('are listed with the latest first', () => {
		expect(listMonths('2025-11' as Month, '2026-02' as Month)).toEqual([
			'2026-02',
			'2026-01',
			'2025-12',
			'2025-11'
		]);
		expect(listMonths(march, '2026-02' as Month)).toEqual([]);
	});

	it.each(['2026-13', '2026-3', '26-03', '2026-03-01', ''])('%s is none', (text) => {
		expect(parseMonth(text)).toBeUndefined();
	});
});

describe('a month’s review', () => {
	it.each([
		['2026-03-31', 'ongoing'],
		['2026-04-01', 'due'],
		['2026-04-10', 'due'],
		['2026-04-11', 'overdue']
	])('on %s is %s', (today, expected) => {
		expect(reviewStateOf(march, open, day(today))).toBe(expected);
	});

	it('is overdue forty days after a read on the second of the month', () => {
		const read = day('2026-03-02');
		expect(reviewStateOf(monthOf(read), open, addDays(read, 40))).toBe('overdue');
	});

	it('is signed when it is signed, and nothing to do where nothing happened', () => {
		expect(reviewStateOf(march, { isSigned: true, hasVisits: true }, day('2026-04-11'))).toBe('signed');
		expect(reviewStateOf(march, { isSigned: false, hasVisits: false }, day('2026-04-11'))).toBe('empty');
	});

	it('is due on the tenth', () => {
		expect(reviewDueOn('2026-12' as Month)).toBe('2027-01-10');
	});
});

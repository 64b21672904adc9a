import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { chooseInWindow } from './choose-in-window.ts';

const on = (answeredOn: string) => ({ answeredOn: answeredOn as LocalDate });
const sixMonths = { months: 6, reachDays: 60 };
const start = '2026-01-15' as LocalDate;

describe('the measurement of an occasion', () => {
	it('is the one nearest the day, inside the window', () => {
		const near = on('2026-07-20');
		expect(chooseInWindow([on('2026-06-01'), near, on('2026-12-01')], start, sixMonths)).toBe(near);
	});

	it('may lie on the window’s first and last day, and not beyond', () => {
		expect(chooseInWindow([on('2026-05-16')], start, sixMonths)).toEqual(on('2026-05-16'));
		expect(chooseInWindow([on('2026-09-13')], start, sixMonths)).toEqual(on('2026-09-13'));
		expect(chooseInWindow([on('2026-05-15'), on('2026-09-14')], start, sixMonths)).toBeNull();
	});

	it('is the earlier of two just as near', () => {
		expect(chooseInWindow([on('2026-07-16'), on('2026-07-14')], start, sixMonths)).toEqual(on('2026-07-14'));
	});
});

import { expect, it } from 'vitest';
import type { LocalDate } from '../shared/local-date.ts';
import { addSpan } from './span.ts';

const day = (text: string) => text as LocalDate;

it('keeps to the month when the month is shorter, as PostgreSQL does with an interval', () => {
	expect(addSpan(day('2026-08-31'), { count: 6, unit: 'month' })).toBe('2027-02-28');
	expect(addSpan(day('2027-08-31'), { count: 6, unit: 'month' })).toBe('2028-02-29');
	expect(addSpan(day('2026-03-31'), { count: -1, unit: 'month' })).toBe('2026-02-28');
});

it('counts weeks and days across a year', () => {
	expect(addSpan(day('2026-12-28'), { count: 1, unit: 'week' })).toBe('2027-01-04');
	expect(addSpan(day('2026-01-01'), { count: -1, unit: 'day' })).toBe('2025-12-31');
	expect(addSpan(day('2026-12-15'), { count: 1, unit: 'month' })).toBe('2027-01-15');
});

import { describe, expect, it } from 'vitest';
import { isLate } from './nightly-verdict.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';

describe('a nightly check of the log', () => {
	const today = '2026-03-01' as LocalDate;
	it.each([
		['2026-03-01', false],
		['2026-02-28', false],
		['2026-02-27', true]
	])('of %s is late on the first of March: %s', (day, expected) => {
		expect(isLate({ day: day as LocalDate }, today)).toBe(expected);
	});
});

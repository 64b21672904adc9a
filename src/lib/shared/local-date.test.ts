import { describe, expect, it } from 'vitest';
import { startOfDay, type LocalDate } from './local-date.ts';

describe('startOfDay', () => {
	it.each([
		['2026-01-15', '2026-01-14T23:00:00.000Z'],
		['2026-07-15', '2026-07-14T22:00:00.000Z'],
		// The clocks change in the night: summer time begins on 29 March and ends on 25 October 2026.
		['2026-03-29', '2026-03-28T23:00:00.000Z'],
		['2026-03-30', '2026-03-29T22:00:00.000Z'],
		['2026-10-25', '2026-10-24T22:00:00.000Z'],
		['2026-10-26', '2026-10-25T23:00:00.000Z']
	])('%s begins in Sweden at %s', (day, moment) => {
		expect(startOfDay(day as LocalDate).toISOString()).toBe(moment);
	});
});

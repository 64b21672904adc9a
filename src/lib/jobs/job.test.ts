import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { findDueDay } from './job.ts';

const day = '2026-11-23' as LocalDate;
const job = { name: 'proposeRetention', fromHour: 2 };

describe('a nightly job', () => {
	it.each([
		[0, null],
		[1, null],
		[2, day],
		[3, day],
		[23, day]
	])('at %i: %s', (hour, due) => {
		expect(findDueDay(job, { day, hour })).toBe(due);
	});
});

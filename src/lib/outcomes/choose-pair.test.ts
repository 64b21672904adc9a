import { describe, expect, it } from 'vitest';
import type { Occasion } from '#lib/cases/case.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { choosePair } from './choose-pair.ts';

const measured = (answeredOn: string, occasion: Occasion) => ({
	answeredOn: answeredOn as LocalDate,
	occasion
});

describe('the pair that is set side by side', () => {
	it('is the first before and the latest later, whatever order they come in', () => {
		const before = measured('2026-01-15', 'before');
		const after = measured('2026-07-15', 'after');
		const during = measured('2026-04-15', 'during');
		expect(choosePair([after, during, before])).toEqual({ before, after });
	});

	it('is the follow-up when it is the latest', () => {
		const before = measured('2026-01-15', 'before');
		const followUp = measured('2027-01-15', 'follow-up');
		expect(choosePair([before, measured('2026-07-15', 'after'), followUp])?.after).toBe(followUp);
	});

	it('starts from the first of all when nothing was asked before', () => {
		const during = measured('2026-02-01', 'during');
		const after = measured('2026-07-15', 'after');
		expect(choosePair([during, after])).toEqual({ before: during, after });
	});

	it('is none with one measurement, or with two before', () => {
		expect(choosePair([])).toBeNull();
		expect(choosePair([measured('2026-01-15', 'after')])).toBeNull();
		expect(choosePair([measured('2026-01-15', 'before'), measured('2026-02-15', 'before')])).toBeNull();
	});

	it('allows both on the same day', () => {
		const before = measured('2026-01-15', 'before');
		const after = measured('2026-01-15', 'after');
		expect(choosePair([before, after])).toEqual({ before, after });
	});

	it('is the last of what was asked afterwards when all are of the same day, whatever order they come in', () => {
		const before = measured('2026-01-15', 'before');
		const after = measured('2026-01-15', 'after');
		const followUp = measured('2026-01-15', 'follow-up');
		expect(choosePair([followUp, after, before])).toEqual({ before, after: followUp });
	});
});

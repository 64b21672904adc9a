import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { findDueReminder, type Invited } from './decide-reminder.ts';

const day = (text: string) => text as LocalDate;
const waiting: Invited = {
	state: 'sent',
	expiresOn: day('2026-03-31'),
	invitedOn: day('2026-03-02'),
	isDeclined: false,
	lastNumber: 0,
	hasBounced: false
};
const due = (on: string, given: Partial<Invited> = {}) =>
	findDueReminder({ ...waiting, ...given }, [7, 14], day(on));

describe('a reminder', () => {
	it('goes on its day and not before', () => {
		expect([due('2026-03-08'), due('2026-03-09')]).toEqual([null, 1]);
		expect(due('2026-03-15', { lastNumber: 1 })).toBeNull();
		expect(due('2026-03-16', { lastNumber: 1 })).toBe(2);
	});

	it('is one at a time when days have passed without', () => {
		expect(due('2026-03-20')).toBe(1);
	});

	it('goes also to whoever has begun', () => {
		expect(due('2026-03-09', { state: 'started' })).toBe(1);
	});

	it.each<[string, Partial<Invited>]>([
		['an answer', { state: 'answered' }],
		['a withdrawal', { state: 'withdrawn' }],
		['no, thank you', { isDeclined: true }],
		['a message that came back', { hasBounced: true }],
		['the last there is', { lastNumber: 2 }],
		['an invitation that has not gone', { invitedOn: null }],
		['the last day', { expiresOn: day('2026-03-08') }]
	])('never goes after %s', (_what, given) => {
		expect(due('2026-03-30', given)).toBeNull();
	});
});

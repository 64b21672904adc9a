import { describe, expect, it } from 'vitest';
import { isAlive, isFresh, type SessionTimes } from './session-limits.ts';

const at = (clock: string): Date => new Date(`2026-03-02T${clock}+01:00`);
const times = (changes: Partial<SessionTimes> = {}): SessionTimes => ({
	createdAt: at('08:00:00'),
	lastSeenAt: at('08:00:00'),
	expiresAt: at('18:00:00'),
	signedInAt: at('08:00:00'),
	...changes
});

describe('isAlive', () => {
	it('ends after 30 minutes without a request', () => {
		expect(isAlive(times(), at('08:29:59'))).toBe(true);
		expect(isAlive(times(), at('08:30:00'))).toBe(false);
	});

	it('ends after ten hours, however busy', () => {
		expect(isAlive(times({ lastSeenAt: at('17:59:00') }), at('17:59:59'))).toBe(true);
		expect(isAlive(times({ lastSeenAt: at('17:59:00') }), at('18:00:00'))).toBe(false);
	});

	it('ends after ten hours even when a wrong end has been stored', () => {
		const wrong = times({ lastSeenAt: at('18:05:00'), expiresAt: new Date('2027-01-01') });
		expect(isAlive(wrong, at('18:05:01'))).toBe(false);
	});

	it('gives twenty minutes for the second factor', () => {
		const half = times({ signedInAt: null, lastSeenAt: at('08:19:00') });
		expect(isAlive(half, at('08:19:59'))).toBe(true);
		expect(isAlive(half, at('08:20:00'))).toBe(false);
	});

	it('refuses a session from the future, as after a clock that was set back', () => {
		expect(isAlive(times(), at('07:59:59'))).toBe(false);
	});
});

describe('isFresh', () => {
	it.each([
		['08:00:00', true],
		['08:05:00', true],
		['08:05:01', false],
		['07:59:59', false]
	])('signed in at eight, asked at %s: %s', (clock, fresh) => {
		expect(isFresh(at('08:00:00'), at(clock))).toBe(fresh);
	});

	it('is never so without a whole sign-in', () => {
		expect(isFresh(null, at('08:00:00'))).toBe(false);
	});
});

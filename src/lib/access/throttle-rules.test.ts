import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeAttempt, takeBack, throttleRules, type ThrottleState } from './throttle-rules.ts';

const start = new Date('2026-03-02T08:00:00Z');
const after = (ms: number): Date => new Date(start.getTime() + ms);
const rule = throttleRules.account;

/** Tries at every given moment; gives the number of attempts that were let through. */
function tryAt(moments: readonly number[]): { allowed: number; state: ThrottleState | null } {
	let state: ThrottleState | null = null;
	let allowed = 0;
	for (const moment of moments) {
		const verdict = judgeAttempt(rule, state, after(moment));
		if (!verdict.isAllowed) continue;
		allowed += 1;
		state = verdict.next;
	}
	return { allowed, state };
}

describe('judgeAttempt', () => {
	it('lets five attempts through at once and stops the sixth', () => {
		expect(tryAt(Array.from({ length: 30 }, () => 0)).allowed).toBe(5);
	});

	it('doubles the wait from five seconds to five minutes and no further', () => {
		const waits: number[] = [];
		let state: ThrottleState | null = null;
		let now = 0;
		for (let attempt = 1; attempt <= 14; attempt += 1) {
			const verdict = judgeAttempt({ ...rule, leakMs: Infinity }, state, after(now));
			if (!verdict.isAllowed) throw new Error('tried too early');
			state = verdict.next;
			const wait = (state.blockedUntil.getTime() - after(now).getTime()) / 1000;
			waits.push(wait);
			now += wait * 1000;
		}
		expect(waits).toEqual([0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300, 300]);
	});

	it('says how many whole seconds are left', () => {
		const { state } = tryAt([0, 0, 0, 0, 0]);
		expect(judgeAttempt(rule, state, after(1_200))).toEqual({ isAllowed: false, waitSeconds: 4 });
	});

	it('never makes anybody wait longer than a quarter of an hour', () => {
		fc.assert(
			fc.property(fc.array(fc.nat({ max: 86_400_000 }), { maxLength: 200 }), (moments) => {
				const { state } = tryAt([...moments].sort((one, other) => one - other));
				const last = Math.max(0, ...moments);
				expect(judgeAttempt(rule, state, after(last + 15 * 60_000)).isAllowed).toBe(true);
			})
		);
	});

	it('lets a patient attacker have at most 300 guesses a day', () => {
		const everySecond = Array.from({ length: 86_400 }, (_, index) => index * 1_000);
		expect(tryAt(everySecond).allowed).toBeLessThan(300);
	});

	it('makes nobody wait longer because the clock has been set back', () => {
		const { state } = tryAt([3_600_000, 3_600_000, 3_600_000, 3_600_000, 3_600_000]);
		expect(judgeAttempt(rule, state, start)).toEqual({ isAllowed: false, waitSeconds: 5 });
	});

	it('forgets with time', () => {
		const { state } = tryAt([0, 0, 0, 0, 0]);
		const verdict = judgeAttempt(rule, state, after(25 * 60_000));
		expect(verdict.isAllowed && verdict.next.level).toBe(1);
	});
});

describe('takeBack', () => {
	it('leaves a shared bucket as it was before a right answer', () => {
		const everyone = throttleRules.everyone;
		const before = { level: 7, updatedAt: start, blockedUntil: start };
		const verdict = judgeAttempt(everyone, before, start);
		expect(verdict.isAllowed && takeBack(everyone, verdict.next, start).level).toBe(7);
	});
});

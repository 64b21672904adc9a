import { describe, expect, it } from 'vitest';
import { idleLimits, judgePresence, lentIdleLimits } from './idle.ts';

describe('judgePresence', () => {
	it('leaves whoever is answering alone', () => {
		expect(judgePresence(0)).toEqual({ kind: 'here' });
		expect(judgePresence(89_999)).toEqual({ kind: 'here' });
	});

	it('asks first, and says how many seconds are left', () => {
		expect(judgePresence(90_000)).toEqual({ kind: 'asked', secondsLeft: 30 });
		expect(judgePresence(119_001)).toEqual({ kind: 'asked', secondsLeft: 1 });
	});

	it('takes nobody to be gone before they have been asked for twenty seconds', () => {
		expect(judgePresence(120_000)).toEqual({ kind: 'gone' });
		expect(idleLimits.warnFor).toBeGreaterThanOrEqual(20);
		expect(lentIdleLimits.warnFor).toBeGreaterThanOrEqual(20);
	});
});

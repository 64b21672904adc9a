import { describe, expect, it } from 'vitest';
import { toSteppedCount } from '#lib/outcomes/disclosure/stepped-count.ts';
import { checkLimit, limitOf, limitStep } from './link-limit.ts';

describe('how many answers a shared link takes', () => {
	it('is three times those who are asked, in whole steps, and never fewer than fifty', () => {
		const limits = [0, 10, 16, 17, 20, 41, 60].map((invited) => limitOf({ invited, mostAnswers: null }));
		expect(limits).toEqual([50, 50, 50, 55, 60, 125, 180]);
	});

	it('is large where nobody knows how many are asked, and what somebody has said where they have', () => {
		expect(limitOf({ invited: null, mostAnswers: null })).toBe(5000);
		expect(limitOf({ invited: 60, mostAnswers: 20 })).toBe(20);
	});

	it('may only be chosen in the steps that counts are shown in', () => {
		expect([10, 15, 100_000].map((limit) => checkLimit(limit).ok)).toEqual([true, true, true]);
		expect([-5, 0, 5, 9, 12, 100_005, 12.5].map((limit) => checkLimit(limit).ok)).toEqual(
			Array(7).fill(false)
		);
	});

	it('is reached exactly when the count that is shown has reached it', () => {
		for (let answers = 0; answers <= 60; answers += 1) {
			const shown = toSteppedCount(answers);
			for (let limit = 10; limit <= 60; limit += limitStep) {
				expect(shown.kind === 'shown' && shown.value >= limit).toBe(answers >= limit);
			}
		}
	});
});

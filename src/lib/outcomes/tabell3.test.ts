import { describe, expect, it } from 'vitest';
import { tabell3Answers, tabell3Children } from '../../../bin/demo-data/tabell3.ts';
import { goalSumChange } from './goal-sum-change.ts';

function goalSum(when: 'before' | 'after', goal: number): number {
	return tabell3Children
		.flatMap((child) => child[when][goal - 1] ?? [])
		.reduce<number>((sum, code) => sum + code, 0);
}

describe('Jourpatrullen’s Tabell 3, children’s rows, from made-up answers', () => {
	// Socialstyrelsen, Systematisk uppföljning – beskrivning och exempel, Tabell 3.
	it.each([
		[1, 52, 49, 3, 6],
		[2, 60, 52, 8, 13.5],
		[3, 53, 47, 6, 11.5],
		[4, 39, 40, -1, -2.5],
		[5, 56, 45, 11, 19.5]
	])('prints goal %d: %d → %d', (goal, before, after, difference, halfPercent) => {
		expect([goalSum('before', goal), goalSum('after', goal)]).toEqual([before, after]);
		expect(goalSumChange(before, after)).toEqual({ difference, halfPercent });
	});

	it('has a whole form from every child at both times, with codes 1–4', () => {
		for (const child of tabell3Children) {
			for (const form of [child.before, child.after]) {
				const answers = Object.entries(tabell3Answers(form));
				expect(answers).toHaveLength(20);
				expect(
					answers.every(([name, code]) => /^jp_[1-5]_[1-4]$/.test(name) && [1, 2, 3, 4].includes(code))
				).toBe(true);
			}
		}
	});
});

import { describe, expect, it } from 'vitest';
import { discloseAnswers } from './disclose-answers.ts';
import { findDisclosureRule } from './disclosure-rules.ts';
import { hidden } from './shown.ts';

const scores = [0, 1, 2, 3];
const board = findDisclosureRule({ audience: 'board' });
const sensitive = findDisclosureRule({ audience: 'board', isSensitive: true });

/** Made-up counts of score 3, 2, 1 and 0. */
function disclose(counts: readonly number[], rule = board) {
	const values = counts.map((count, place) => ({ value: 3 - place, count }));
	return discloseAnswers(values, scores, rule);
}

describe('a mean with its n', () => {
	it('is hidden below five answers, and none looks as four do', () => {
		expect(disclose([2, 2, 0, 0])).toBe(hidden);
		expect(disclose([0, 0, 0, 0])).toBe(hidden);
		expect(disclose([2, 2, 1, 0]).kind).toBe('shown');
	});

	it('is hidden below ten answers when it leaves one way only: all alike, or all but one', () => {
		expect(disclose([9, 0, 0, 0])).toBe(hidden);
		expect(disclose([8, 1, 0, 0])).toBe(hidden);
		expect(disclose([0, 0, 1, 6])).toBe(hidden);
		expect(disclose([7, 2, 0, 0]).kind).toBe('shown');
	});

	it('is hidden the same whichever answers gave the same mean', () => {
		expect(disclose([4, 0, 1, 0]).kind).toBe(disclose([3, 2, 0, 0]).kind);
	});

	it('has no spread beside it below ten answers', () => {
		expect(disclose([3, 2, 2, 0])).toMatchObject({ value: { n: 7, sum: 15, standardDeviation: null } });
		expect(disclose([6, 2, 2, 0])).toMatchObject({ value: { n: 10, standardDeviation: expect.any(Number) } });
	});

	it('of ten answers or more is shown also when all answered alike', () => {
		expect(disclose([10, 0, 0, 0])).toMatchObject({ kind: 'shown', value: { sum: 30 } });
	});

	it('of something sensitive needs ten answers, and twenty when nine in ten answered alike', () => {
		expect(disclose([3, 3, 3, 0], sensitive)).toBe(hidden);
		expect(disclose([4, 3, 3, 0], sensitive).kind).toBe('shown');
		expect(disclose([17, 0, 1, 1], sensitive).kind).toBe('shown');
		expect(disclose([18, 0, 0, 1], sensitive)).toBe(hidden);
		expect(disclose([19, 0, 0, 1], sensitive).kind).toBe('shown');
	});
});

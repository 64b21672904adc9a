import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '#tests/vectors/h_target.json' with { type: 'json' };
import { formatDecimal } from '#lib/shared/decimal.ts';
import { meanDecimals, targetDecimals } from './printed-decimals.ts';
import { doesOneStepFlip, isTargetMet } from './rule.ts';
import type { Comparison } from './target.ts';
import { isTargetOnScale } from './target-on-scale.ts';

function target(
	points: number,
	comparison: Comparison = 'unrounded'
): { thousandths: number; comparison: Comparison } {
	return { thousandths: Math.round(points * 1000), comparison };
}

describe('the board’s rule', () => {
	it.each(vectors.cases)('decides as R on whole numbers: $id, $description', ({ input, expected }) => {
		const answers = { sum: expected.sum, n: expected.n_answers };
		expect(isTargetMet({ ...answers, target: target(input.target) })).toBe(expected.rule_met_unrounded);
		expect(isTargetMet({ ...answers, target: target(input.target, 'rounded-2') })).toBe(
			expected.rule_met_rounded_2
		);
		expect(doesOneStepFlip({ ...answers, target: target(input.target) })).toBe(expected.one_step_flips_rule);
	});

	it('is met at exactly the target, for every n where the mean can be the target', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 3000 }),
				fc.integer({ min: 1, max: 500 }),
				(thousandths, times) => {
					const rule = {
						sum: thousandths * times,
						n: 1000 * times,
						target: { thousandths, comparison: 'unrounded' }
					} as const;
					expect(isTargetMet(rule)).toBe(true);
					expect(isTargetMet({ ...rule, sum: rule.sum - 1 })).toBe(false);
					expect(doesOneStepFlip(rule)).toBe(true);
				}
			)
		);
	});

	it('is never lost by a higher answer', () => {
		const sums = fc.record({
			n: fc.integer({ min: 1, max: 200 }),
			share: fc.double({ min: 0, max: 1, noNaN: true })
		});
		fc.assert(
			fc.property(sums, fc.constantFrom<Comparison>('unrounded', 'rounded-2'), ({ n, share }, comparison) => {
				const rule = { sum: Math.floor(share * 3 * n), n, target: target(2.6, comparison) };
				if (isTargetMet(rule)) expect(isTargetMet({ ...rule, sum: rule.sum + 1 })).toBe(true);
			})
		);
	});
});

describe('printing a mean beside its target', () => {
	// tests/vectors/h_target.json, shown_as_260_but_below
	it('takes one more decimal when two would contradict the verdict', () => {
		const rule = { sum: 122, n: 47, target: target(2.6) };
		const decimals = meanDecimals(rule);
		expect(formatDecimal({ numerator: rule.sum, denominator: rule.n }, decimals)).toBe('2,596');
	});

	it('keeps two decimals when the board compares the rounded mean', () => {
		expect(meanDecimals({ sum: 122, n: 47, target: target(2.6, 'rounded-2') })).toBe(2);
	});

	it('keeps two decimals at exactly the target and on both sides of it', () => {
		expect(meanDecimals({ sum: 65, n: 25, target: target(2.6) })).toBe(2);
		expect(meanDecimals({ sum: 93, n: 36, target: target(2.6) })).toBe(2);
		expect(meanDecimals({ sum: 300, n: 80, target: target(3.2) })).toBe(2);
	});

	it('prints a target with thousandths in full', () => {
		expect(targetDecimals(2600)).toBe(2);
		expect(targetDecimals(2605)).toBe(3);
	});

	it('never prints a mean on the other side of the target than the verdict', () => {
		const sums = fc.record({ n: fc.integer({ min: 1, max: 500 }), sum: fc.integer({ min: 0, max: 1500 }) });
		fc.assert(
			fc.property(sums, fc.integer({ min: 0, max: 3000 }), ({ n, sum }, thousandths) => {
				const rule = { sum, n, target: { thousandths, comparison: 'unrounded' } } as const;
				const printed = Number(
					formatDecimal({ numerator: sum, denominator: n }, meanDecimals(rule), 'en').replaceAll(',', '')
				);
				expect(printed >= thousandths / 1000).toBe(isTargetMet(rule));
			})
		);
	});
});

describe('a target', () => {
	const zeroToThree = { lowest: 0, highest: 3 };

	it('must lie on the question’s scale', () => {
		expect(isTargetOnScale(2600, zeroToThree)).toBe(true);
		expect(isTargetOnScale(0, zeroToThree)).toBe(true);
		expect(isTargetOnScale(3000, zeroToThree)).toBe(true);
		expect(isTargetOnScale(3001, zeroToThree)).toBe(false);
		expect(isTargetOnScale(900, { lowest: 1, highest: 4 })).toBe(false);
		expect(isTargetOnScale(2600.5, zeroToThree)).toBe(false);
	});
});

/** The board's rule: a provider reaches the goal when its mean is at or above the target. Decided on whole numbers only. */
import { roundHalfAwayFromZero } from '#lib/shared/decimal.ts';
import type { Target } from './target.ts';

export interface RuleInput {
	/** Sum of the answers' scores, a whole number. */
	readonly sum: number;
	/** Answers in the sum, at least 1. */
	readonly n: number;
	readonly target: Pick<Target, 'thousandths' | 'comparison'>;
}

/**
 * Whether the mean reaches the target: 1000 · sum ≥ thousandths · n, or the mean rounded to two decimals when the board
 * has decided so. Floats would call 0.1 + 0.2 + 2.3 ≥ 2.6 false (Simrishamn's Tabell 6: 65/25 against 2,60 is reached).
 */
export function isTargetMet({ sum, n, target }: RuleInput): boolean {
	if (target.comparison === 'unrounded') return 1000 * sum >= target.thousandths * n;
	const hundredths = roundHalfAwayFromZero(100 * sum, n, 0) ?? 0;
	return 10 * hundredths >= target.thousandths;
}

/** Whether one answer one point lower, or one point higher, would have turned the verdict. */
export function doesOneStepFlip({ sum, n, target }: RuleInput): boolean {
	const step = isTargetMet({ sum, n, target }) ? -1 : 1;
	return isTargetMet({ sum, n, target }) !== isTargetMet({ sum: sum + step, n, target });
}

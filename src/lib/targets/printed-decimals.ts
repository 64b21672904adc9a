import { roundHalfAwayFromZero } from '#lib/shared/decimal.ts';
import { isTargetMet, type RuleInput } from './rule.ts';

/** Decimals a target is printed with: two, or three when it has thousandths. */
export function targetDecimals(thousandths: number): 2 | 3 {
	return thousandths % 10 === 0 ? 2 : 3;
}

/**
 * Decimals to print a mean with so that what is printed never contradicts what is decided: 122/47 prints as 2,596 and not
 * as 2,60 beside a target of 2,60 that was not reached.
 */
export function meanDecimals({ sum, n, target }: RuleInput): number {
	if (target.comparison === 'rounded-2') return 2;
	const isMet = isTargetMet({ sum, n, target });
	let decimals: number = targetDecimals(target.thousandths);
	// Two different fractions with these denominators lie at least 1 / (1000 n) apart, so this ends.
	while (looksMet(sum, n, target.thousandths, decimals) !== isMet) decimals += 1;
	return decimals;
}

function looksMet(sum: number, n: number, thousandths: number, decimals: number): boolean {
	return (roundHalfAwayFromZero(sum, n, decimals) ?? 0) >= thousandths / 1000;
}

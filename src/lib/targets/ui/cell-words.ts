/** One provider on one goal in words and numbers as they are printed. */
import { m } from '#lib/paraglide/messages.js';
import { formatDecimal, type NumberLanguage } from '#lib/shared/decimal.ts';
import { unreachable } from '#lib/shared/unreachable.ts';
import type { Evidence, JudgedCell } from '../assess-cell.ts';
import type { AssessedGoal } from '../assess-targets.ts';
import { meanDecimals, targetDecimals } from '../printed-decimals.ts';
import type { Target } from '../target.ts';

export function targetText({ thousandths }: Target, language: NumberLanguage): string {
	return formatDecimal({ numerator: thousandths, denominator: 1000 }, targetDecimals(thousandths), language);
}

/** The mean with as many decimals as it takes not to contradict the verdict. */
export function meanText({ sum, n }: JudgedCell, target: Target, language: NumberLanguage): string {
	return formatDecimal({ numerator: sum, denominator: n }, meanDecimals({ sum, n, target }), language);
}

/**
 * The interval's ends, cut at the ends of the scale (no mean can lie beyond them) and with as many decimals as it takes not
 * to contradict where the interval lies. Null when there is no interval.
 */
export function intervalTexts(
	evidence: Evidence,
	{ target, scale }: Pick<AssessedGoal, 'target' | 'scale'>,
	language: NumberLanguage
): { low: string; high: string } | null {
	if (evidence.kind !== 'interval') return null;
	const low = Math.max(evidence.low, scale.lowest);
	const high = Math.min(evidence.high, scale.highest);
	const points = target.thousandths / 1000;
	const nearest = evidence.position === 'above' ? low : high;
	let decimals = 2;
	while (
		evidence.position !== 'not-separated' &&
		decimals < mostDecimals &&
		Number(nearest.toFixed(decimals)) === points
	) {
		decimals += 1;
	}
	return { low: formatDecimal(low, decimals, language), high: formatDecimal(high, decimals, language) };
}

const mostDecimals = 6;

/** How far the answers go, in a few words. */
export function evidenceWords(evidence: Evidence): string {
	switch (evidence.kind) {
		case 'too-few-for-interval':
			return m.board_too_few_for_interval();
		case 'all-equal':
			return m.board_all_equal();
		case 'interval':
			return positionWords[evidence.position]();
		default:
			return unreachable(evidence);
	}
}

/** The same where the target stands beside it. */
export function shortEvidenceWords(evidence: Evidence): string {
	return evidence.kind === 'interval' ? shortPositionWords[evidence.position]() : evidenceWords(evidence);
}

const shortPositionWords = {
	above: m.board_short_above,
	below: m.board_short_below,
	'not-separated': m.board_short_not_separated
};

const positionWords = {
	above: m.board_position_above,
	below: m.board_position_below,
	'not-separated': m.board_position_not_separated
};

export function tooFewWords(): string {
	return m.board_too_few();
}

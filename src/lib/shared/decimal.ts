/**
 * Exact rounding for display. Rounding is half away from zero, as Excel's AVRUNDA and Swedish readers expect, and it
 * is done on whole numbers: neither toFixed (2.605 → 2.60) nor Intl on a binary fraction can be trusted with a
 * board's målpoäng. Only for display: compute, compare and store unrounded.
 */

/** A number as a fraction of two whole numbers: a mean is `{ numerator: sum, denominator: n }`. */
export interface Ratio {
	readonly numerator: number;
	readonly denominator: number;
}

export type NumberLanguage = 'sv' | 'en';

/** What stands where there is no number to write. */
const noNumber = '–';
const minusSign = '\u2212';
const signs: Record<NumberLanguage, { decimal: string; group: string }> = {
	sv: { decimal: ',', group: '\u00a0' },
	en: { decimal: '.', group: ',' }
};

/**
 * The fraction rounded to the given number of decimals (0 or more), half away from zero, exact.
 * Null when a part is not a whole number, the denominator is zero or the decimals are not a whole number ≥ 0.
 */
export function roundHalfAwayFromZero(
	numerator: number,
	denominator: number,
	decimals: number
): number | null {
	const units = roundToUnits({ numerator, denominator }, decimals);
	return units === null ? null : Number(`${units}e-${decimals}`);
}

/**
 * The number with a fixed number of decimals as it is written in the language: `2,60`, `−1 234,5` in Swedish.
 * A plain number is read as the decimals it is printed with (2.605 is 2605/1000), a ratio exactly.
 * No number (NaN, infinite, denominator 0) gives a dash; a negative number that rounds to zero has no sign.
 */
export function formatDecimal(
	value: number | Ratio,
	decimals: number,
	language: NumberLanguage = 'sv'
): string {
	const units =
		typeof value === 'number' ? roundNumberToUnits(value, decimals) : roundToUnits(value, decimals);
	if (units === null) return noNumber;
	const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
	const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/gu, signs[language].group);
	const fraction = decimals === 0 ? '' : signs[language].decimal + digits.slice(-decimals);
	return `${units < 0n ? minusSign : ''}${whole}${fraction}`;
}

/** How many steps of 10^-decimals the fraction is, rounded; null when it is not a fraction of whole numbers. */
function roundToUnits(ratio: Ratio, decimals: number): bigint | null {
	const { numerator, denominator } = ratio;
	if (!Number.isInteger(numerator) || !Number.isInteger(denominator) || denominator === 0) return null;
	return divide(BigInt(numerator), BigInt(denominator), decimals);
}

function roundNumberToUnits(value: number, decimals: number): bigint | null {
	if (!Number.isFinite(value)) return null;
	const [mantissa = '0', exponent = '0'] = value.toString().split('e');
	const [whole = '0', fraction = ''] = mantissa.split('.');
	const power = fraction.length - Number(exponent);
	const digits = BigInt(whole + fraction);
	return power >= 0
		? divide(digits, 10n ** BigInt(power), decimals)
		: divide(digits * 10n ** BigInt(-power), 1n, decimals);
}

function divide(numerator: bigint, denominator: bigint, decimals: number): bigint | null {
	if (!Number.isInteger(decimals) || decimals < 0) return null;
	const isNegative = numerator < 0n !== denominator < 0n;
	const dividend = abs(numerator) * 10n ** BigInt(decimals);
	const divisor = abs(denominator);
	const rounded = (2n * dividend + divisor) / (2n * divisor);
	return isNegative ? -rounded : rounded;
}

function abs(value: bigint): bigint {
	return value < 0n ? -value : value;
}

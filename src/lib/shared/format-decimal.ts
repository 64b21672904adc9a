/** Numbers as people read them: decimal comma and a true minus sign in Swedish, decimal point in English. */
import { roundFraction } from './round-fraction.ts';

export type NumberLocale = 'sv' | 'en';

/** A fraction of whole numbers with so many decimals, half away from zero: 65/25 with two decimals is `2,60`. */
export function formatFraction(
	numerator: number,
	denominator: number,
	decimals: number,
	locale: NumberLocale
): string {
	return formatScaled(roundFraction(numerator, denominator, decimals), decimals, locale);
}

/** A number with so many decimals, rounded half away from zero on the digits the number is written with. */
export function formatDecimal(value: number, decimals: number, locale: NumberLocale): string {
	const [digits, exponent] = toWhole(value);
	return formatFraction(digits, 10 ** exponent, decimals, locale);
}

/** A number with its sign, for differences: `+3`, `−7`, `0`. */
export function formatSigned(value: number, decimals: number, locale: NumberLocale): string {
	const text = formatDecimal(value, decimals, locale);
	return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

function formatScaled(scaled: number, decimals: number, locale: NumberLocale): string {
	const digits = String(Math.abs(scaled)).padStart(decimals + 1, '0');
	const whole = digits.slice(0, digits.length - decimals);
	const fraction = decimals === 0 ? '' : `${locale === 'sv' ? ',' : '.'}${digits.slice(-decimals)}`;
	return `${scaled < 0 ? '−' : ''}${whole}${fraction}`;
}

/** The shortest decimal writing of the number as whole digits and how many of them are decimals: 2.605 is [2605, 3]. */
function toWhole(value: number): [number, number] {
	const written = String(value).includes('e') ? value.toFixed(12) : String(value);
	const point = written.indexOf('.');
	const decimals = point === -1 ? 0 : Math.min(written.length - point - 1, 12);
	return [Number((decimals === 0 ? written : Number(written).toFixed(decimals)).replace('.', '')), decimals];
}

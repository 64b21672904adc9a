import { getLocale } from '#lib/paraglide/runtime.js';
import { formatDecimal } from '#lib/shared/decimal.ts';

/** Points as they are read: whole numbers without decimals, others with one (means on a short scale). */
export function pointsText(points: number): string {
	return formatDecimal(points, Number.isInteger(points) ? 0 : 1, getLocale());
}

/** The text with a capital first letter, for labels that stand alone on a line. */
export function capitalise(text: string): string {
	return text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);
}

import { getLocale } from '#lib/paraglide/runtime.js';
import { formatDecimal } from '#lib/shared/decimal.ts';

/** A count as the reader writes it: `5 233` in Swedish, `5,233` in English. */
export function countText(count: number): string {
	return formatDecimal(count, 0, getLocale());
}

import { formatDecimal, type NumberLanguage } from './decimal.ts';

/** A difference with its sign: `+3`, `−7`, and `0` without one. */
export function formatSigned(value: number, decimals: number, language: NumberLanguage = 'sv'): string {
	const text = formatDecimal(value, decimals, language);
	return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

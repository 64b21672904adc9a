/**
 * The number a value stands for, or NaN. Text may have a decimal comma, blanks around it or a 0x prefix;
 * long digit strings (personal identity numbers, phone numbers) are not numbers.
 * Same as `Helpers.getNumber` in survey-core 3.1.1.
 */
export function toNumber(value: unknown): number {
	if (typeof value === 'number') return Number.isFinite(value) ? value : Number.NaN;
	if (typeof value === 'string') return toNumberFromText(value.trim());
	// A list of one number reads as that number in survey-core too: JavaScript's own conversion.
	const converted = Number.parseFloat(value as string);
	return Number.isFinite(Number(value)) ? converted : Number.NaN;
}

function toNumberFromText(text: string): number {
	// Most texts are words: do not even try those.
	if (!/^[-+]?[.,]?\d/.test(text)) return Number.NaN;
	if (text.startsWith('0x')) return text.length > 32 ? Number.NaN : Number.parseInt(text, 16);
	if (text.length > 15 && /^[0-9]+$/.test(text)) return Number.NaN;
	const isSigned = text.lastIndexOf('-') > 0 || text.lastIndexOf('+') > 0;
	if (!isSigned && /[*^/%]/.test(text)) return Number.NaN;
	const withPoint = text.indexOf(',') === text.lastIndexOf(',') ? text.replace(',', '.') : text;
	return Number.isFinite(Number(withPoint)) ? Number.parseFloat(withPoint) : Number.NaN;
}

/** The number of decimals a number is written with; 0 for whole numbers and for what is no number. */
function countDecimals(value: unknown): number {
	if (Number.isNaN(toNumber(value)) || Math.floor(value as number) === value) return 0;
	return String(value).split('.')[1]?.length ?? 0;
}

/** Takes away the binary noise of a sum or a difference: 0.1 + 0.2 is 0.3. */
export function trimSum(left: unknown, right: unknown, result: unknown): unknown {
	const decimals = Math.max(countDecimals(left), countDecimals(right));
	return decimals > 0 && typeof result === 'number' ? Number.parseFloat(result.toFixed(decimals)) : result;
}

/** Takes away the binary noise of a product. */
export function trimProduct(left: unknown, right: unknown, result: number): number {
	const decimals = countDecimals(left) + countDecimals(right);
	return decimals > 0 ? Number.parseFloat(result.toFixed(decimals)) : result;
}

/**
 * A fraction of whole numbers as a whole number of the last decimal shown, half away from zero and exact: 521/200 with
 * two decimals is 261, meaning 2,61. Binary floats and half-to-even would print 2,60 (tests/vectors/r_rounding.json).
 * Numerator and denominator are whole numbers; the denominator is not 0.
 */
export function roundFraction(numerator: number, denominator: number, decimals: number): number {
	const isNegative = numerator < 0 !== denominator < 0;
	const above = 2n * magnitude(numerator) * 10n ** BigInt(decimals) + magnitude(denominator);
	const rounded = Number(above / (2n * magnitude(denominator)));
	return isNegative && rounded !== 0 ? -rounded : rounded;
}

function magnitude(whole: number): bigint {
	const value = BigInt(whole);
	return value < 0n ? -value : value;
}

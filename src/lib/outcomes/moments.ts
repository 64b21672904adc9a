/** Mean and spread of plain numbers. A figure that needs more values than there are is null. */

export function mean(values: readonly number[]): number | null {
	return values.length === 0 ? null : total(values) / values.length;
}

/** With n − 1 in the denominator; null below two values. */
export function variance(values: readonly number[]): number | null {
	const centre = mean(values);
	if (centre === null || values.length < 2) return null;
	return total(values.map((value) => (value - centre) ** 2)) / (values.length - 1);
}

/** With n − 1 in the denominator; null below two values. */
export function standardDeviation(values: readonly number[]): number | null {
	const squared = variance(values);
	return squared === null ? null : Math.sqrt(squared);
}

/**
 * Whether a spread is nothing but binary rounding beside the size of the mean, so that dividing by it would give noise
 * (R's t.test stops with "data are essentially constant" at the same limit).
 */
export function isEssentiallyZero(spread: number, beside: number): boolean {
	return spread === 0 || spread < 10 * Number.EPSILON * Math.abs(beside);
}

export function total(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0);
}

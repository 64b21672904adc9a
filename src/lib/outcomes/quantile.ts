/**
 * Quantiles as three programs take them (Hyndman & Fan 1996): type 7 is R's default and Excel's PERCENTIL.INK, and the one
 * the platform shows; 6 (SPSS) and 2 (SAS) are there to explain a difference from another program's quartiles.
 */
export type QuantileType = 7 | 6 | 2;

/** The value that the share (0–1) of the values lies below. Null without values. */
export function quantile(values: readonly number[], share: number, type: QuantileType = 7): number | null {
	const sorted = values.toSorted((a, b) => a - b);
	if (sorted.length === 0) return null;
	const at = (place: number): number => sorted[Math.min(Math.max(place, 1), sorted.length) - 1] ?? NaN;
	const { place, rest } = placeOf(share, sorted.length, type);
	const low = at(place);
	return rest === 0 ? low : low + rest * (at(place + 1) - low);
}

/** The middle value, or the mean of the two in the middle. Null without values. */
export function median(values: readonly number[]): number | null {
	return quantile(values, 0.5);
}

/** Room for binary rounding, as R's quantile has: .1 · 11 is not quite 1.1. */
const fuzz = 4 * Number.EPSILON;

/** Which value, counted from 1, and how far from it towards the next one. */
function placeOf(share: number, n: number, type: QuantileType): { place: number; rest: number } {
	const exact = type === 7 ? 1 + (n - 1) * share : type === 6 ? (n + 1) * share : n * share;
	const place = Math.floor(exact + fuzz);
	const rest = Math.abs(exact - place) < fuzz ? 0 : exact - place;
	if (type === 2) return { place: rest === 0 ? place : place + 1, rest: rest === 0 ? 0.5 : 0 };
	return { place, rest };
}

/** How far one phase's measurements lie on the better side of another's (Parker & Vannest 2009). */
import type { Scale } from '#lib/instruments/instrument.ts';
import { total } from './moments.ts';
import { median } from './quantile.ts';

export interface Nonoverlap {
	/** Pairs where the later phase is better, less pairs where it is worse. */
	readonly better: number;
	/** Share of all pairs where the later phase is better, ties counting half; .5 = no difference. Mann–Whitney U / (m·n). */
	readonly nap: number;
	/** 2·NAP − 1. */
	readonly tau: number;
	/** Share of the later phase beyond the earlier one's median, ties counting half. */
	readonly pem: number;
	/** NAP's standard error if there were no difference and days did not depend on each other, which they do. */
	readonly standardErrorIfNoDifference: number;
}

/** Compares two phases of one person. Null when a phase has no points. No interval: daily notes are not independent. */
export function nonoverlap(
	earlier: readonly number[],
	later: readonly number[],
	direction: Scale['direction']
): Nonoverlap | null {
	const middle = median(earlier);
	if (middle === null || later.length === 0) return null;
	const [m, n] = [earlier.length, later.length];
	const isBetter = (from: number, to: number): number => signOfChange(from, to, direction);
	const better = total(earlier.flatMap((from) => later.map((to) => isBetter(from, to))));
	const beyond = total(later.map((to) => isBetter(middle, to)));
	return {
		better,
		nap: (better / (m * n) + 1) / 2,
		tau: better / (m * n),
		pem: (beyond / n + 1) / 2,
		standardErrorIfNoDifference: Math.sqrt((m + n + 1) / (12 * m * n))
	};
}

/** Within one phase: pairs where the later point is better, less pairs where it is worse. 0 below two points. */
export function trendWithin(values: readonly number[], direction: Scale['direction']): number {
	return total(
		values.flatMap((from, index) => values.slice(index + 1).map((to) => signOfChange(from, to, direction)))
	);
}

function signOfChange(from: number, to: number, direction: Scale['direction']): number {
	return direction === 'higher-better' ? Math.sign(to - from) : Math.sign(from - to);
}

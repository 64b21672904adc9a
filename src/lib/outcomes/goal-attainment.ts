/**
 * Goal attainment for one client: the levels of MUS (1–5, 3 = the goal) and, for the export only, the T score of Kiresuk &
 * Sherman 1968. T from clients with different numbers of goals are not on the same ruler and never compare providers.
 */
import { total } from './moments.ts';

/** A goal's distance from what was expected: 0 = as expected, −2 much less, +2 much more. */
export interface GoalLevel {
	/** Null = not followed up. */
	readonly distance: number | null;
	/** Null = left out, as is 0. */
	readonly weight: number | null;
}

export interface GoalAttainment {
	/** The distances that counted, in order. */
	readonly distances: readonly number[];
	/** 50 + 10·Σwx / √((1 − ρ)·Σw² + ρ·(Σw)²); null when no goal is followed up. */
	readonly t: number | null;
	/** Weighted mean distance; null when no goal is followed up. */
	readonly meanDistance: number | null;
	readonly goalsMet: number;
	/** 0–1; null when no goal is followed up. */
	readonly shareMet: number | null;
}

/** How much goals of one client are taken to go together (Kiresuk & Sherman 1968). */
export const goalCorrelation = 0.3;

/** The level on MUS's form (1–5) as a distance from the goal: feeding 1–5 into the formula is the usual mistake. */
export function musDistance(level: number): number {
	return level - 3;
}

/** Sums up a client's goals; weights are 0 or more. */
export function attainGoals(goals: readonly GoalLevel[], rho = goalCorrelation): GoalAttainment {
	const used = goals.flatMap(({ distance, weight }) =>
		distance === null || weight === null || weight <= 0 ? [] : [{ distance, weight }]
	);
	const distances = used.map(({ distance }) => distance);
	const weights = total(used.map(({ weight }) => weight));
	const weighted = total(used.map(({ distance, weight }) => weight * distance));
	const spread = (1 - rho) * total(used.map(({ weight }) => weight ** 2)) + rho * weights ** 2;
	const goalsMet = distances.filter((distance) => distance >= 0).length;
	const hasGoals = used.length > 0;
	return {
		distances,
		t: hasGoals ? 50 + (10 * weighted) / Math.sqrt(spread) : null,
		meanDistance: hasGoals ? weighted / weights : null,
		goalsMet,
		shareMet: hasGoals ? goalsMet / used.length : null
	};
}

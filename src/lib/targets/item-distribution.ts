/** How a provider's answers to one question fall over the scores: all that group figures are computed from. */
import type { ProviderId } from '#lib/shared/ids.ts';
import type { Quarter } from '#lib/shared/local-date.ts';

/** So many answers gave this score. Whole numbers. */
export interface ScoreCount {
	readonly score: number;
	readonly count: number;
}

/** Answers to one question from one provider's clients. Belongs to no person. */
export interface ItemDistribution {
	readonly provider: { readonly id: ProviderId; readonly name: string };
	readonly item: string;
	readonly distribution: readonly ScoreCount[];
	/** Forms where the question was left empty (frågebortfall). */
	readonly itemMissing: number;
	/** Answers outside the scale ("vet ej", "ej aktuellt"): not in the mean, counted and shown. */
	readonly withoutScore: number;
	/** How many were asked; null when it is not registered, or when some of their answers are not in it yet. */
	readonly asked?: number | null;
	/** Forms where every question of the scale was answered, where it has been counted. */
	readonly complete?: number;
	/** The quarters whose answers are in it, and how many of the scored answers each gave. */
	readonly quarters?: readonly QuarterSize[];
}

export interface QuarterSize {
	readonly quarter: Quarter;
	readonly answers: number;
}

/** The ends of one question's scores. */
export interface ScaleEnds {
	readonly lowest: number;
	readonly highest: number;
}

/** Forms behind the distribution: with an answer on the scale or outside it, or with the question left empty. */
export function countForms({
	distribution,
	itemMissing,
	withoutScore
}: Pick<ItemDistribution, 'distribution' | 'itemMissing' | 'withoutScore'>): number {
	return distribution.reduce((sum, { count }) => sum + count, 0) + itemMissing + withoutScore;
}

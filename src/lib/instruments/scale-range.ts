import type { Rounding, Scale, ScoredItem } from './instrument.ts';

type RangeParts = Pick<Scale, 'aggregate' | 'weights'>;
type WholeParts = RangeParts & { readonly rounding: Rounding; readonly isProrated: boolean };

/** The ends of a scale, from the ends of its items. Reversing does not move them. */
export function findScaleRange(
	scale: RangeParts,
	items: readonly ScoredItem[]
): { lowest: number; highest: number } {
	if (scale.aggregate === 'percent-of-range') return { lowest: 0, highest: 100 };
	const weightOf = (item: ScoredItem) => scale.weights.get(item.name) ?? 1;
	const lowest = items.reduce((sum, item) => sum + weightOf(item) * item.lowest, 0);
	const highest = items.reduce((sum, item) => sum + weightOf(item) * item.highest, 0);
	if (scale.aggregate === 'sum') return { lowest, highest };
	const weight = items.reduce((sum, item) => sum + weightOf(item), 0);
	return { lowest: lowest / weight, highest: highest / weight };
}

/**
 * Whether every score the scale can give is a whole number. Bands on such a scale stand beside each other (0–7, 8–15);
 * on any other scale they share their edge (1–2, 2–3), which then belongs to the upper one.
 */
export function hasWholeScores(scale: WholeParts, items: readonly ScoredItem[]): boolean {
	if (scale.rounding !== 'none') return true;
	if (scale.aggregate !== 'sum' || scale.isProrated) return false;
	return items.every(
		(item) =>
			Number.isInteger(scale.weights.get(item.name) ?? 1) &&
			[...item.scoreByCode.values()].every((score) => score === null || Number.isInteger(score))
	);
}

/** All shown providers' answers to one question together, with small groups merged so that no count is 1 to k − 1. */
import type { DisclosureRule } from '#lib/outcomes/disclosure/disclosure-rules.ts';
import { discloseAnswers } from '#lib/outcomes/disclosure/disclose-answers.ts';
import { mapShown, type Shown } from '#lib/outcomes/disclosure/shown.ts';
import type { ItemDistribution } from './item-distribution.ts';

/** Neighbouring scores counted as one. */
export interface ScoreGroup {
	readonly lowest: number;
	readonly highest: number;
	readonly count: number;
}

export interface PooledAnswers {
	readonly n: number;
	/** From the highest score down. */
	readonly groups: readonly ScoreGroup[];
	/** Fewer than this many are never shown alone. */
	readonly smallestGroup: number;
}

/**
 * Adds up the distributions over the given scores and merges neighbours until every count is 0 or at least the smallest
 * shown. Pass only providers that are shown themselves: otherwise a hidden one could be computed as the difference. Hidden
 * when there are too few answers altogether.
 */
export function poolAnswers(
	shown: readonly ItemDistribution[],
	scores: readonly number[],
	rule: DisclosureRule
): Shown<PooledAnswers> {
	const counts = scores
		.toSorted((a, b) => b - a)
		.map((score) => ({ lowest: score, highest: score, count: countOf(shown, score) }));
	const { smallestGroup } = rule;
	const values = counts.map(({ highest, count }) => ({ value: highest, count }));
	return mapShown(discloseAnswers(values, scores, rule), ({ n }) => ({
		n,
		groups: mergeSmall(counts, smallestGroup),
		smallestGroup
	}));
}

function countOf(distributions: readonly ItemDistribution[], score: number): number {
	return distributions
		.flatMap(({ distribution }) => distribution)
		.reduce((sum, entry) => (entry.score === score ? sum + entry.count : sum), 0);
}

function mergeSmall(groups: readonly ScoreGroup[], smallestGroup: number): readonly ScoreGroup[] {
	const small = groups.findIndex(({ count }) => count > 0 && count < smallestGroup);
	if (small === -1) return groups;
	const first = small === groups.length - 1 || isSmallerBefore(groups, small) ? small - 1 : small;
	const [upper, lower] = [groups[first], groups[first + 1]];
	if (!upper || !lower) return groups;
	const merged = { lowest: lower.lowest, highest: upper.highest, count: upper.count + lower.count };
	return mergeSmall([...groups.slice(0, first), merged, ...groups.slice(first + 2)], smallestGroup);
}

function isSmallerBefore(groups: readonly ScoreGroup[], index: number): boolean {
	const before = groups[index - 1];
	const after = groups[index + 1];
	return before !== undefined && after !== undefined && before.count < after.count;
}

/** The pooled answers as parts with names, where neighbouring answers that few chose stand together. */
import { m } from '#lib/paraglide/messages.js';
import { roundHalfAwayFromZero } from '#lib/shared/decimal.ts';
import { countText } from '#lib/shared/ui/count-text.ts';
import type { GoalWording } from '../goal-wording.ts';
import type { PooledAnswers, ScoreGroup } from '../pool-answers.ts';

export interface DistributionPart {
	readonly key: string;
	readonly count: number;
	readonly name: string;
	readonly text: string;
}

export function toDistributionParts(
	pooled: PooledAnswers,
	answers: GoalWording['answers']
): readonly DistributionPart[] {
	return pooled.groups.map((group) => ({
		key: `${group.lowest}–${group.highest}`,
		count: group.count,
		name: nameGroup(group, answers),
		text: m.board_distribution_part({
			share: roundHalfAwayFromZero(100 * group.count, pooled.n, 0) ?? 0,
			count: countText(group.count)
		})
	}));
}

function nameGroup({ lowest, highest }: ScoreGroup, answers: GoalWording['answers']): string {
	const inside = answers
		.filter(({ score }) => score >= lowest && score <= highest)
		.toSorted((a, b) => b.score - a.score);
	const first = inside[0]?.label ?? String(highest);
	const last = inside.at(-1)?.label ?? String(lowest);
	if (lowest === highest) return first;
	const words = { first, last: last.charAt(0).toLocaleLowerCase('sv') + last.slice(1) };
	return inside.length === 2 ? m.board_distribution_or(words) : m.board_distribution_merged(words);
}

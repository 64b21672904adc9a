/** One provider on one goal by itself: the same verdict as in the board's table, and how its answers fall. */
import { findDisclosureRule } from '#lib/outcomes/disclosure/disclosure-rules.ts';
import { hidden, type Shown } from '#lib/outcomes/disclosure/shown.ts';
import type { Withheld } from '#lib/outcomes/disclosure/withheld.ts';
import type { ProviderId } from '#lib/shared/ids.ts';
import { assessCell, type CellAssessment } from './assess-cell.ts';
import type { GoalScale } from './assess-targets.ts';
import type { ItemDistribution } from './item-distribution.ts';
import { poolAnswers, type PooledAnswers } from './pool-answers.ts';
import { assessResponse, type ResponseShare } from './response-share.ts';
import { isTargetOnScale } from './target-on-scale.ts';
import type { Target } from './target.ts';

export interface AssessedResult {
	readonly provider: { readonly id: ProviderId; readonly name: string };
	readonly cell: CellAssessment;
	readonly response: ResponseShare | null;
	/** Hidden where the group is too small for its answers to be known; few answers stand with their neighbours. */
	readonly answers: Shown<PooledAnswers>;
}

interface Asked {
	readonly target: Target;
	/** Undefined when the question does not exist in the instrument. */
	readonly scale: GoalScale | undefined;
	readonly distributions: Withheld<readonly ItemDistribution[]>;
	readonly providerId: ProviderId;
}

/** The result, or null when the provider had no survey with the question or the target cannot be judged. */
export function assessResult({ target, scale, distributions, providerId }: Asked): AssessedResult | null {
	if (!scale || !isTargetOnScale(target.thousandths, scale)) return null;
	const own = distributions
		.openForControl()
		.find(({ provider, item }) => provider.id === providerId && item === target.item);
	if (!own) return null;
	const cell = assessCell(own, target, scale);
	const rule = findDisclosureRule({ audience: 'board', isSensitive: scale.isSensitive });
	const mayBeKnown = cell.kind === 'shown' && cell.value.n >= rule.smallestKnownGroup;
	return {
		provider: own.provider,
		cell,
		response: assessResponse(own, cell),
		answers: mayBeKnown ? poolAnswers([own], scale.scores, rule) : hidden
	};
}

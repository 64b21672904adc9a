/** One provider on one goal: the board's verdict, and beside it what the answers can tell. Neither softens the other. */
import { discloseAnswers } from '#lib/outcomes/disclosure/disclose-answers.ts';
import { findDisclosureRule, type RuleWanted } from '#lib/outcomes/disclosure/disclosure-rules.ts';
import { hidden, mapShown, type Shown } from '#lib/outcomes/disclosure/shown.ts';
import { meanInterval, type GroupSummary } from '#lib/outcomes/mean-interval.ts';
import type { ItemDistribution } from './item-distribution.ts';
import { doesOneStepFlip, isTargetMet } from './rule.ts';
import type { Target } from './target.ts';

export type Evidence =
	| { readonly kind: 'too-few-for-interval' }
	| { readonly kind: 'all-equal' }
	| {
			readonly kind: 'interval';
			/** 95 % t interval in points, not cut at the ends of the scale. */
			readonly low: number;
			readonly high: number;
			readonly position: 'above' | 'below' | 'not-separated';
	  };

export interface JudgedCell {
	readonly n: number;
	readonly sum: number;
	readonly itemMissing: number;
	readonly withoutScore: number;
	readonly isMet: boolean;
	readonly oneStepFlips: boolean;
	readonly evidence: Evidence;
}

/** Hidden = not judged: carries no number, so that none can be shown by mistake. */
export type CellAssessment = Shown<JudgedCell>;

/** The question that the goal is about. */
export interface AssessedQuestion {
	/** Every score an answer can give. */
	readonly scores: readonly number[];
	/** Whether it asks about health, abuse, violence and the like: then more answers are needed. */
	readonly isSensitive: boolean;
}

/** Who the board's table is for: the rule is the same today, and need not be tomorrow. */
export type TargetAudience = Extract<RuleWanted['audience'], 'board' | 'public'>;

/** Judges one provider's answers to one question against the target. No distribution = nobody answered. */
export function assessCell(
	distribution: ItemDistribution | undefined,
	target: Target,
	{ scores, isSensitive }: AssessedQuestion,
	audience: TargetAudience = 'board'
): CellAssessment {
	if (!distribution) return hidden;
	const values = distribution.distribution.map(({ score, count }) => ({ value: score, count }));
	const rule = findDisclosureRule({ audience, isSensitive });
	return mapShown(discloseAnswers(values, scores, rule), (group) => judge(group, distribution, target));
}

function judge(
	group: GroupSummary,
	{ itemMissing, withoutScore }: ItemDistribution,
	target: Target
): JudgedCell {
	const { n, sum } = group;
	const rule = { sum, n, target };
	return {
		n,
		sum,
		itemMissing,
		withoutScore,
		isMet: isTargetMet(rule),
		oneStepFlips: doesOneStepFlip(rule),
		evidence: assessEvidence(group, target.thousandths / 1000)
	};
}

/**
 * There is no interval for groups whose spread is not disclosed: at least those below ten, where it would not hold what it
 * promises either (simulated coverage 88 % at 5 answers, 93 % at 10).
 */
function assessEvidence(group: GroupSummary, target: number): Evidence {
	if (group.standardDeviation === null) return { kind: 'too-few-for-interval' };
	const interval = meanInterval(group);
	if (interval.kind === 'none') return { kind: 'all-equal' };
	const { low, high } = interval;
	return {
		kind: 'interval',
		low,
		high,
		position: low > target ? 'above' : high < target ? 'below' : 'not-separated'
	};
}

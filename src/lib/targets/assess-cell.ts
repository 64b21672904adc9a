/** One provider on one goal: the board's verdict, and beside it what the answers can tell. Neither softens the other. */
import { meanInterval, summariseGroup } from '#lib/outcomes/mean-interval.ts';
import type { ItemDistribution } from './item-distribution.ts';
import { doesOneStepFlip, isTargetMet } from './rule.ts';
import type { Target } from './target.ts';

/**
 * How many answers are needed. Below the first nothing is shown and nothing leaves the server; between them there are too
 * few for an interval that holds what it promises (simulated coverage 88 % at 5 answers, 93 % at 10).
 */
export const answersNeeded = { mean: 5, interval: 10 } as const;

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

export type CellAssessment =
	/** Not judged. Carries no number, so that none can be shown by mistake. */
	| { readonly kind: 'too-few' }
	| {
			readonly kind: 'judged';
			readonly n: number;
			readonly sum: number;
			readonly itemMissing: number;
			readonly withoutScore: number;
			readonly isMet: boolean;
			readonly oneStepFlips: boolean;
			readonly evidence: Evidence;
	  };

/** Judges one provider's answers to one question against the target. No distribution = nobody answered. */
export function assessCell(distribution: ItemDistribution | undefined, target: Target): CellAssessment {
	if (!distribution) return { kind: 'too-few' };
	const group = summariseGroup(
		distribution.distribution.map(({ score, count }) => ({ value: score, count }))
	);
	if (group.n < answersNeeded.mean) return { kind: 'too-few' };
	const rule = { sum: group.sum, n: group.n, target };
	return {
		kind: 'judged',
		n: group.n,
		sum: group.sum,
		itemMissing: distribution.itemMissing,
		withoutScore: distribution.withoutScore,
		isMet: isTargetMet(rule),
		oneStepFlips: doesOneStepFlip(rule),
		evidence: assessEvidence(group, target.thousandths / 1000)
	};
}

function assessEvidence(group: ReturnType<typeof summariseGroup>, target: number): Evidence {
	if (group.n < answersNeeded.interval) return { kind: 'too-few-for-interval' };
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

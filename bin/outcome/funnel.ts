import { funnelOfMeans, funnelOfShares, type FunnelLimits } from '../../src/lib/outcomes/funnel-limits.ts';
import { caseOf, count, notNegative, number, share } from './inputs.ts';
import { defineOutcome, type OutcomeResult } from './outcome-function.ts';

/** tests/vectors/l_funnel_mean.json. */
export const funnelMean = defineOutcome(
	'gränser kring ett mål, medelvärden',
	caseOf({ target: number, sd: notNegative, n: count }),
	({ target, sd, n }) => toOutput(funnelOfMeans(target, sd, n))
);

/** tests/vectors/l2_funnel_share.json. */
export const funnelShare = defineOutcome(
	'gränser kring ett mål, andelar',
	caseOf({ p: share, n: count }),
	({ p, n }) => toOutput(funnelOfShares(p, n))
);

function toOutput(limits: FunnelLimits | null): OutcomeResult {
	return {
		low95: limits?.inner.low ?? null,
		high95: limits?.inner.high ?? null,
		low998: limits?.outer.low ?? null,
		high998: limits?.outer.high ?? null
	};
}

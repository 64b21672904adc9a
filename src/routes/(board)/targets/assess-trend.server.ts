/** One goal year by year, for one provider: each year against the target that was decided for it. */
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import type { ProviderId } from '#lib/shared/ids.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { assessResult, type AssessedResult } from '#lib/targets/assess-result.ts';
import type { GoalScale } from '#lib/targets/assess-targets.ts';
import { findGoalScale } from '#lib/targets/goal-wording.ts';
import { listTargetYears } from '#lib/targets/server/reads/list-target-years.ts';
import { listTargets } from '#lib/targets/server/reads/list-targets.ts';
import { targetDistributions } from '#lib/targets/server/reads/target-distributions.ts';
import type { Target, TargetLaw } from '#lib/targets/target.ts';

export interface WantedGoal {
	readonly law: TargetLaw;
	readonly instrumentId: string;
	readonly item: string;
}

export interface YearResult {
	readonly target: Target;
	readonly scale: GoalScale;
	readonly result: AssessedResult;
}

/** In order of year; years without a target, or without a survey at the provider, are left out. */
export async function assessTrend(
	{ context }: App.Locals,
	goal: WantedGoal,
	providerId: ProviderId
): Promise<readonly YearResult[]> {
	const instrument = findInstrument(context.catalogue, goal.instrumentId);
	if (!instrument) return [];
	const years = await fetch(context, listTargetYears, {});
	const results = years.map(async (year): Promise<YearResult | null> => {
		const targets = await fetch(context, listTargets, { year, law: goal.law });
		const target = targets.find(
			({ instrumentId, item }) => instrumentId === goal.instrumentId && item === goal.item
		);
		if (!target) return null;
		const scale = findGoalScale(instrument, target);
		const distributions = await fetch(context, targetDistributions, {
			year,
			instrumentId: goal.instrumentId
		});
		const result = assessResult({ target, scale, distributions, providerId });
		return result && scale ? { target, scale, result } : null;
	});
	return (await Promise.all(results))
		.flatMap((result) => result ?? [])
		.toSorted((a, b) => a.target.year - b.target.year);
}

import type { PlannedResult } from '#lib/targets/action-plan.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { listTargets } from '#lib/targets/server/reads/list-targets.ts';
import { wordGoal } from '../targets/word-goal.server.ts';

type Goal = Pick<PlannedResult, 'year' | 'law' | 'instrumentId' | 'item'>;

/** What a goal is called, by year, act and question; the question's own name where the decision is no longer there. */
export async function nameGoals(locals: App.Locals, goals: readonly Goal[]): Promise<(goal: Goal) => string> {
	const years = [...new Set(goals.map(({ year }) => year))];
	const targets = (
		await Promise.all(years.map((year) => fetch(locals.context, listTargets, { year })))
	).flat();
	return ({ year, law, instrumentId, item }) => {
		const target = targets.find(
			(one) => one.year === year && one.law === law && one.instrumentId === instrumentId && one.item === item
		);
		return target ? wordGoal(locals, target).name : item;
	};
}

import { judgeYear } from '../plans/judge-year.ts';
import { getActionPlan, takeStep } from '../plans/take-step.ts';
import type { ActionPlanId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface CloseActionPlanInput {
	readonly id: ActionPlanId;
	/** The year whose result closes it. */
	readonly year: number;
}

/**
 * Closes the plan with a later year's result, whichever way it went, judged against that year's own target. Refuses a year
 * that is not later, or has no result that may be shown (`no-later-result`).
 */
export const closeActionPlan = command({
	name: 'closeActionPlan',
	permission: 'action-plan:ask',
	audit: 'always',
	subject: ({ id }: CloseActionPlanInput) => ({ type: 'action-plan', id }),
	async run(work, { id, year }: CloseActionPlanInput): Promise<void> {
		const plan = await getActionPlan(work, id);
		const verdict = year > plan.year ? await judgeYear(work, { ...plan, year }) : null;
		if (!verdict) throw new Problem('no-later-result');
		await takeStep(work, plan, { kind: 'closed', year, isMet: verdict.isMet });
	}
});

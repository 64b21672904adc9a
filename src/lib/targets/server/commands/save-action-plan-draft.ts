import { updateActionPlan } from '../plans/queries.ts';
import { getActionPlan } from '../plans/take-step.ts';
import { isToBeWritten, type PlanContent } from '../../action-plan.ts';
import type { ActionPlanId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface ActionPlanDraftInput {
	readonly id: ActionPlanId;
	readonly content: PlanContent;
}

/** Keeps what the provider has written so far. Refuses a plan that is not theirs to write now (`changed-meanwhile`). */
export const saveActionPlanDraft = command({
	name: 'saveActionPlanDraft',
	permission: 'action-plan:write',
	audit: 'always',
	subject: ({ id }: ActionPlanDraftInput) => ({ type: 'action-plan', id }),
	async run(work, { id, content }: ActionPlanDraftInput): Promise<void> {
		const plan = await getActionPlan(work, id);
		if (!isToBeWritten(plan)) throw new Problem('changed-meanwhile');
		if (!(await updateActionPlan(work, plan, { draft: content }))) throw new Problem('changed-meanwhile');
	}
});

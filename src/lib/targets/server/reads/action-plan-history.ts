import { listActionPlanEvents, type NamedActionPlan } from '../plans/queries.ts';
import { getActionPlan } from '../plans/take-step.ts';
import type { ActionPlanEvent } from '../../action-plan.ts';
import type { ActionPlanId } from '#lib/shared/ids.ts';
import { read } from '#lib/shared/server/read.ts';

export interface ActionPlanHistory {
	readonly plan: NamedActionPlan;
	readonly events: readonly ActionPlanEvent[];
}

/** One action plan with every step that has been taken. */
export const actionPlanHistory = read({
	name: 'actionPlanHistory',
	permission: 'action-plan:read',
	audit: 'none',
	subject: null,
	async run(work, { id }: { readonly id: ActionPlanId }): Promise<ActionPlanHistory> {
		const plan = await getActionPlan(work, id);
		return { plan, events: await listActionPlanEvents(work, id) };
	}
});

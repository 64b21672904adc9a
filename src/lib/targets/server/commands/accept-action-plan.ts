import { getActionPlan, takeStep } from '../plans/take-step.ts';
import type { ActionPlanId } from '#lib/shared/ids.ts';
import { command } from '#lib/shared/server/command.ts';

export interface AcceptActionPlanInput {
	readonly id: ActionPlanId;
	readonly comment: string | null;
}

/** The board is content with the plan. What remains is the next measurement. */
export const acceptActionPlan = command({
	name: 'acceptActionPlan',
	permission: 'action-plan:ask',
	audit: 'always',
	subject: ({ id }: AcceptActionPlanInput) => ({ type: 'action-plan', id }),
	async run(work, { id, comment }: AcceptActionPlanInput): Promise<void> {
		await takeStep(work, await getActionPlan(work, id), { kind: 'accepted', comment });
	}
});

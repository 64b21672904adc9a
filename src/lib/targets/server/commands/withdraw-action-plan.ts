import { getActionPlan, takeStep } from '../plans/take-step.ts';
import type { ActionPlanId } from '#lib/shared/ids.ts';
import { command } from '#lib/shared/server/command.ts';

export interface WithdrawActionPlanInput {
	readonly id: ActionPlanId;
	readonly comment: string;
}

/** The board no longer asks for the plan: the provider has ceased, or it was asked for by mistake. It stays readable. */
export const withdrawActionPlan = command({
	name: 'withdrawActionPlan',
	permission: 'action-plan:ask',
	audit: 'always',
	subject: ({ id }: WithdrawActionPlanInput) => ({ type: 'action-plan', id }),
	async run(work, { id, comment }: WithdrawActionPlanInput): Promise<void> {
		await takeStep(work, await getActionPlan(work, id), { kind: 'withdrawn', comment });
	}
});

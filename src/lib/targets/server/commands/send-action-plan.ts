import type { ActionPlanDraftInput } from './save-action-plan-draft.ts';
import { getActionPlan, takeStep } from '../plans/take-step.ts';
import { command } from '#lib/shared/server/command.ts';

/** The provider sends its plan to the board. It stays as it was sent; a new one takes its place if it is sent back. */
export const sendActionPlan = command({
	name: 'sendActionPlan',
	permission: 'action-plan:write',
	audit: 'always',
	subject: ({ id }: ActionPlanDraftInput) => ({ type: 'action-plan', id }),
	async run(work, { id, content }: ActionPlanDraftInput): Promise<void> {
		const plan = await getActionPlan(work, id);
		await takeStep(work, plan, { kind: 'sent', content }, { draft: content });
	}
});

import { getActionPlan, takeStep } from '../plans/take-step.ts';
import type { ActionPlanId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface ReturnActionPlanInput {
	readonly id: ActionPlanId;
	/** What is missing. */
	readonly comment: string;
	readonly dueOn: LocalDate;
}

/** The board sends the plan back with what is missing and a new day. */
export const returnActionPlan = command({
	name: 'returnActionPlan',
	permission: 'action-plan:ask',
	audit: 'always',
	subject: ({ id }: ReturnActionPlanInput) => ({ type: 'action-plan', id }),
	async run(work, { id, comment, dueOn }: ReturnActionPlanInput): Promise<void> {
		if (dueOn < work.today) throw new Problem('invalid-input', { field: 'dueOn' });
		await takeStep(work, await getActionPlan(work, id), { kind: 'returned', comment, dueOn }, { dueOn });
	}
});

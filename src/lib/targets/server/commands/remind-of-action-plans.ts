import { listActionPlanEvents, listPlansToBeWritten } from '../plans/queries.ts';
import { takeStep } from '../plans/take-step.ts';
import { findReminder } from '../../action-plan.ts';
import { command } from '#lib/shared/server/command.ts';

/** At night: says in each plan that its day is near or has passed, once. Gives how many were reminded. */
export const remindOfActionPlans = command({
	name: 'remindOfActionPlans',
	permission: 'action-plan:remind',
	audit: 'always',
	subject: (_input: Record<never, never>, reminded: number) =>
		reminded === 0 ? null : { type: 'action-plan', id: null, reason: String(reminded) },
	async run(work): Promise<number> {
		let reminded = 0;
		for (const plan of await listPlansToBeWritten(work)) {
			const reminder = findReminder(plan, await listActionPlanEvents(work, plan.id), work.today);
			if (!reminder) continue;
			await takeStep(work, plan, reminder);
			reminded += 1;
		}
		return reminded;
	}
});

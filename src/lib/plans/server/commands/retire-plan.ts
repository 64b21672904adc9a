import { findRetirement, updateRetirement } from '../queries.ts';
import type { PlanId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface RetirePlanInput {
	readonly planId: PlanId;
	/** Whether it is retired, or taken into use again. */
	readonly isRetired: boolean;
}

/** Retires a plan: no more cases are started on it, and those that follow it go on. Or takes it into use again. */
export const retirePlan = command({
	name: 'retirePlan',
	permission: 'plan:write',
	audit: 'always',
	subject: ({ planId }: RetirePlanInput) => ({ type: 'plan', id: planId }),
	async run(work, { planId, isRetired }: RetirePlanInput): Promise<void> {
		if ((await findRetirement(work, planId)) === undefined) throw new Problem('not-found');
		await updateRetirement(work, planId, isRetired ? work.today : null);
	}
});

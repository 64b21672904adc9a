import { findCaseOfCasePlan, listCasePlans } from '../queries.ts';
import { endCasePlan } from '../schedule/queries.ts';
import type { CasePlanId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface EndPlanInput {
	readonly casePlanId: CasePlanId;
}

/**
 * Stops following the plan in a case: what is still to come is no longer expected, what has been stays. Refuses one that
 * has been ended already (`changed-meanwhile`).
 */
export const endPlan = command({
	name: 'endPlan',
	permission: 'case:write',
	inCase: ({ casePlanId }: EndPlanInput, work) => findCaseOfCasePlan(work, casePlanId),
	audit: 'always',
	subject: async ({ casePlanId: id }: EndPlanInput, _output: void, work) => ({
		type: 'case-plan',
		id,
		caseId: await findCaseOfCasePlan(work, id)
	}),
	async run(work, { casePlanId }: EndPlanInput): Promise<void> {
		const [casePlan] = await listCasePlans(work, { casePlanId });
		if (!casePlan) throw new Problem('not-found');
		if (casePlan.endedOn !== null) throw new Problem('changed-meanwhile');
		await endCasePlan(work, casePlan);
	}
});

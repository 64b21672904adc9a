import { insertPlan, insertPlanVersion } from '../queries.ts';
import { parsePlan } from '../../parse-plan.ts';
import type { Plan } from '../../plan.ts';
import type { PlanId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface CreatePlanInput {
	readonly plan: Plan;
}

/** Begins a plan as a draft, which may still have faults. Refuses what is no plan at all (`invalid-input`). */
export const createPlan = command({
	name: 'createPlan',
	permission: 'plan:write',
	audit: 'always',
	subject: (_input: CreatePlanInput, id: PlanId) => ({ type: 'plan', id }),
	async run(work, { plan }: CreatePlanInput): Promise<PlanId> {
		const read = parsePlan(plan);
		if (!read.ok) throw new Problem('invalid-input', { field: read.problem[0] ?? '' });
		const planId = work.newId() as PlanId;
		await insertPlan(work, planId);
		await insertPlanVersion(work, {
			planId,
			version: 1,
			plan: read.value,
			savedOn: work.today,
			publishedOn: null
		});
		return planId;
	}
});

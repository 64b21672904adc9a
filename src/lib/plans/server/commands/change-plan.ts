import { findRetirement, insertPlanVersion, listVersions, updatePlanVersion } from '../queries.ts';
import { parsePlan } from '../../parse-plan.ts';
import type { Plan } from '../../plan.ts';
import type { PlanId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface ChangePlanInput {
	readonly planId: PlanId;
	readonly plan: Plan;
}

/**
 * Saves the plan's draft, which may still have faults; what is published stays as it is until the draft is published.
 * Refuses what is no plan at all (`invalid-input`) and a plan that the board does not have (`not-found`).
 */
export const changePlan = command({
	name: 'changePlan',
	permission: 'plan:write',
	audit: 'always',
	subject: ({ planId }: ChangePlanInput) => ({ type: 'plan', id: planId }),
	async run(work, { planId, plan }: ChangePlanInput): Promise<void> {
		const read = parsePlan(plan);
		if (!read.ok) throw new Problem('invalid-input', { field: read.problem[0] ?? '' });
		if ((await findRetirement(work, planId)) === undefined) throw new Problem('not-found');
		const [newest] = await listVersions(work, planId);
		if (newest?.publishedOn === null) {
			await updatePlanVersion(work, newest, { content: read.value, savedOn: work.today });
			return;
		}
		const version = (newest?.version ?? 0) + 1;
		const draft = { planId, version, plan: read.value, savedOn: work.today, publishedOn: null };
		await insertPlanVersion(work, draft);
	}
});

import {
	findRetirement,
	listCasePlans,
	listVersions,
	updateCasePlan,
	updatePlanVersion
} from '../queries.ts';
import { rescheduleCasePlan } from '../schedule/queries.ts';
import { checkPlan } from '../../check-plan.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import type { PlanId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

/** Which cases follow a new version: those that are started from now on, or also what is still to come in the others. */
export const publishScopes = ['new-cases', 'future-occasions'] as const;
export type PublishScope = (typeof publishScopes)[number];

export interface PublishPlanInput {
	readonly planId: PlanId;
	readonly appliesTo: PublishScope;
}

/**
 * Publishes the plan's draft. What is done or missed in any case stays as it is, and says which version it came from.
 * Refuses a plan without a draft (`changed-meanwhile`) and one with faults (`plan-faulty`).
 */
export const publishPlan = command({
	name: 'publishPlan',
	permission: 'plan:write',
	audit: 'always',
	subject: ({ planId, appliesTo }: PublishPlanInput) => ({ type: 'plan', id: planId, reason: appliesTo }),
	async run(work, { planId, appliesTo }: PublishPlanInput): Promise<void> {
		if ((await findRetirement(work, planId)) === undefined) throw new Problem('not-found');
		const [draft] = await listVersions(work, planId);
		if (draft?.publishedOn !== null) throw new Problem('changed-meanwhile');
		const faults = checkPlan(draft.plan, (id) => findInstrument(work.catalogue, id));
		if (faults.length > 0) throw new Problem('plan-faulty');
		await updatePlanVersion(work, draft, { publishedOn: work.today });
		if (appliesTo === 'new-cases') return;
		for (const casePlan of await listCasePlans(work, { planId })) {
			if (casePlan.endedOn !== null) continue;
			await updateCasePlan(work, casePlan.id, { planVersion: draft.version });
			await rescheduleCasePlan(work, { ...casePlan, planVersion: draft.version });
		}
	}
});

import { getVersion, listCasePlans, listOccasions, type CasePlan, type OccasionRow } from '../queries.ts';
import type { Plan } from '../../plan.ts';
import { listAdministrationsOfCase } from '#lib/collection/server/queries.ts';
import type { Administration } from '#lib/collection/administration.ts';
import type { CaseId } from '#lib/shared/ids.ts';
import { read } from '#lib/shared/server/read.ts';

export interface FollowedPlan extends CasePlan {
	readonly plan: Plan;
	readonly occasions: readonly FollowedOccasion[];
}

export interface FollowedOccasion extends OccasionRow {
	/** What has been sent or answered for it, withdrawn links left out, the latest last. */
	readonly administrations: readonly Administration[];
}

/** The plans that a case follows or has followed, with their occasions in order of time. */
export const casePlans = read({
	name: 'casePlans',
	permission: 'case:read',
	inCase: ({ caseId }) => caseId,
	audit: 'always',
	subject: ({ caseId }: { readonly caseId: CaseId }) => ({ type: 'case', id: caseId, caseId }),
	async run(work, { caseId }): Promise<readonly FollowedPlan[]> {
		const occasions = await listOccasions(work, { caseId });
		const administrations = (await listAdministrationsOfCase(work, caseId)).filter(
			({ state }) => state !== 'withdrawn'
		);
		const followed: FollowedPlan[] = [];
		for (const casePlan of await listCasePlans(work, { caseId })) {
			const { plan } = await getVersion(work, casePlan.planId, casePlan.planVersion);
			followed.push({
				...casePlan,
				plan,
				occasions: occasions
					.filter(({ casePlanId }) => casePlanId === casePlan.id)
					.map((occasion) => ({
						...occasion,
						administrations: administrations.filter(({ occasionId }) => occasionId === occasion.id)
					}))
			});
		}
		return followed;
	}
});

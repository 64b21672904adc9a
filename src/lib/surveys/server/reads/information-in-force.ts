import { findTold } from '../information/queries.ts';
import { subjectOfPlan } from '../../information-subject.ts';
import type { PublishedInformation } from '../../information.ts';
import { findPlanOfOccasion } from '#lib/plans/server/queries.ts';
import type { OccasionId } from '#lib/shared/ids.ts';
import { read } from '#lib/shared/server/read.ts';

/**
 * What is told today in cases, for staff who tell it: the plan's own text for an occasion of a plan that has one. Null where
 * the board has said nothing yet. It is about nobody.
 */
export const informationInForce = read({
	name: 'informationInForce',
	permission: 'instrument:read',
	audit: 'none',
	subject: null,
	async run(
		work,
		{ occasionId }: { readonly occasionId: OccasionId | null }
	): Promise<PublishedInformation | null> {
		const planId = occasionId && (await findPlanOfOccasion(work, occasionId));
		return findTold(work, planId ? subjectOfPlan(planId) : 'cases');
	}
});

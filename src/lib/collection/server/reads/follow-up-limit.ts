import { requireNotTooSoon } from '../plan-occasion/queries.ts';
import { findCaseOfOccasion, findOccasion } from '#lib/plans/server/queries.ts';
import type { CaseId, OccasionId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { read } from '#lib/shared/server/read.ts';

export interface FollowUpLimitInput {
	readonly caseId: CaseId;
	readonly occasionId: OccasionId;
}

/** Throws `too-soon` where the case's plans do not allow the occasion today; `not-found` for another case's. */
export const followUpLimit = read({
	name: 'followUpLimit',
	permission: 'case:read',
	inCase: ({ occasionId }: FollowUpLimitInput, work) => findCaseOfOccasion(work, occasionId),
	audit: 'always',
	subject: ({ occasionId: id, caseId }: FollowUpLimitInput) => ({ type: 'occasion', id, caseId }),
	async run(work, { caseId, occasionId }): Promise<void> {
		const occasion = await findOccasion(work, occasionId);
		if (occasion?.caseId !== caseId) throw new Problem('not-found');
		const { instrumentId, respondent } = occasion;
		if (instrumentId !== null)
			await requireNotTooSoon(work, { caseId, instrumentId, respondent }, work.today);
	}
});

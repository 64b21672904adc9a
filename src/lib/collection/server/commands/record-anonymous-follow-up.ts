import { listAdministrationsOfCase } from '../queries.ts';
import { requireNotTooSoon } from '../plan-occasion/queries.ts';
import { findCaseOfOccasion, findOccasion } from '#lib/plans/server/queries.ts';
import { settleOccasion } from '#lib/plans/server/schedule/queries.ts';
import type { OccasionId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface RecordAnonymousFollowUpInput {
	readonly occasionId: OccasionId;
}

/**
 * Says that somebody has been asked, and that the answers are registered without them (Socialstyrelsen, Systematisk
 * uppföljning, example 5): the case gets to know that it was done and on which day, and nothing else. Knows no survey, no
 * code and no answer. Refuses what is not asked here, and what staff or a provider answer (`invalid-input`); what is done
 * already, not expected, or has been begun in the case (`changed-meanwhile`); and one too soon after the last (`too-soon`).
 */
export const recordAnonymousFollowUp = command({
	name: 'recordAnonymousFollowUp',
	permission: 'case:write',
	inCase: ({ occasionId }: RecordAnonymousFollowUpInput, work) => findCaseOfOccasion(work, occasionId),
	audit: 'always',
	subject: async ({ occasionId: id }: RecordAnonymousFollowUpInput, _output: void, work) => ({
		type: 'occasion',
		id,
		caseId: await findCaseOfOccasion(work, id)
	}),
	async run(work, { occasionId }: RecordAnonymousFollowUpInput): Promise<void> {
		const occasion = await findOccasion(work, occasionId);
		if (!occasion) throw new Problem('not-found');
		const { caseId, instrumentId, respondent, outcome } = occasion;
		if (instrumentId === null) throw new Problem('invalid-input', { field: 'occasionId' });
		if (respondent === 'staff' || respondent === 'provider') {
			throw new Problem('invalid-input', { field: 'respondent' });
		}
		const isBegun = (await listAdministrationsOfCase(work, caseId)).some(
			(other) => other.occasionId === occasionId && other.state !== 'withdrawn'
		);
		if (isBegun || (outcome.state !== 'planned' && outcome.state !== 'missed')) {
			throw new Problem('changed-meanwhile');
		}
		await requireNotTooSoon(work, { caseId, instrumentId, respondent }, work.today);
		await settleOccasion(work, occasion, { state: 'done', on: work.today });
	}
});

import { findCaseOfOccasion, findOccasion, listCasePlans } from '../queries.ts';
import { endCasePlan, settleOccasion } from '../schedule/queries.ts';
import { isOutsideDenominator, type MissedReason } from '../../occasion.ts';
import type { OccasionId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface RecordMissedInput {
	readonly occasionId: OccasionId;
	readonly reason: MissedReason;
}

/**
 * Says that an occasion was missed, and why. When the client has died or moved, the rest of the plan is no longer expected
 * either. Refuses an occasion that is settled already or not expected (`changed-meanwhile`).
 */
export const recordMissed = command({
	name: 'recordMissed',
	permission: 'case:write',
	inCase: ({ occasionId }: RecordMissedInput, work) => findCaseOfOccasion(work, occasionId),
	audit: 'always',
	subject: async ({ occasionId: id }: RecordMissedInput, _output: void, work) => ({
		type: 'occasion',
		id,
		caseId: await findCaseOfOccasion(work, id)
	}),
	async run(work, { occasionId, reason }: RecordMissedInput): Promise<void> {
		const occasion = await findOccasion(work, occasionId);
		if (!occasion) throw new Problem('not-found');
		if (occasion.outcome.state !== 'planned') throw new Problem('changed-meanwhile');
		await settleOccasion(work, occasion, { state: 'missed', on: work.today, reason });
		if (!isOutsideDenominator(reason)) return;
		const casePlans = await listCasePlans(work, { caseId: occasion.caseId });
		for (const casePlan of casePlans.filter(({ endedOn }) => endedOn === null)) {
			await endCasePlan(work, casePlan);
		}
	}
});

import {
	findCaseOfOccasion,
	findOccasion,
	listCasePlans,
	updateCasePlan,
	updateOccasion
} from '../queries.ts';
import { rescheduleCasePlan } from '../schedule/queries.ts';
import { isOutsideDenominator } from '../../occasion.ts';
import { listAdministrationsOfCase } from '#lib/collection/server/queries.ts';
import type { OccasionId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface ReopenOccasionInput {
	readonly occasionId: OccasionId;
}

/**
 * Takes back that an occasion was missed, or done outside the program or without a name: for what was said by mistake.
 * Refuses one that an answer in the case has made done, and one after which the next of its kind is settled (`changed-meanwhile`).
 */
export const reopenOccasion = command({
	name: 'reopenOccasion',
	permission: 'case:write',
	inCase: ({ occasionId }: ReopenOccasionInput, work) => findCaseOfOccasion(work, occasionId),
	audit: 'always',
	subject: async ({ occasionId: id }: ReopenOccasionInput, _output: void, work) => ({
		type: 'occasion',
		id,
		caseId: await findCaseOfOccasion(work, id)
	}),
	async run(work, { occasionId }: ReopenOccasionInput): Promise<void> {
		const occasion = await findOccasion(work, occasionId);
		if (!occasion) throw new Problem('not-found');
		const { outcome } = occasion;
		const isAnswered = (await listAdministrationsOfCase(work, occasion.caseId)).some(
			(other) => other.occasionId === occasionId && other.state === 'answered'
		);
		const isOurs = outcome.state === 'missed' || (outcome.state === 'done' && !isAnswered);
		if (!isOurs) throw new Problem('changed-meanwhile');
		await updateOccasion(work, occasionId, { days: occasion.days, outcome: { state: 'planned' } });
		const casePlans = await listCasePlans(work, { caseId: occasion.caseId });
		for (const casePlan of casePlans) {
			// Saying that somebody had died or moved ended all plans of the case that day.
			const wasEndedByIt =
				outcome.state === 'missed' && isOutsideDenominator(outcome.reason) && casePlan.endedOn === outcome.on;
			if (wasEndedByIt) await updateCasePlan(work, casePlan.id, { endedOn: null });
			if (wasEndedByIt || casePlan.endedOn === null) {
				await rescheduleCasePlan(work, { ...casePlan, endedOn: null });
			}
		}
		const now = await findOccasion(work, occasionId);
		if (now?.outcome.state !== 'planned' || !casePlans.some(({ id }) => id === now.casePlanId)) {
			throw new Problem('changed-meanwhile');
		}
	}
});

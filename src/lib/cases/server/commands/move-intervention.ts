import { findCaseOfIntervention, updateInterventionDays } from '../queries.ts';
import { rescheduleCase } from '#lib/plans/server/schedule/queries.ts';
import type { InterventionId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface MoveInterventionInput {
	readonly interventionId: InterventionId;
	readonly startedOn: LocalDate | null;
	readonly endedOn: LocalDate | null;
}

/**
 * Says when an intervention starts and ends; what the case's plans count from those days is moved along, what has been done
 * or missed stays. Refuses an end before the start (`invalid-input`).
 */
export const moveIntervention = command({
	name: 'moveIntervention',
	permission: 'case:write',
	inCase: ({ interventionId }: MoveInterventionInput, work) => findCaseOfIntervention(work, interventionId),
	audit: 'always',
	subject: async ({ interventionId: id }: MoveInterventionInput, _output: void, work) => ({
		type: 'intervention',
		id,
		caseId: await findCaseOfIntervention(work, id)
	}),
	async run(work, { interventionId, startedOn, endedOn }: MoveInterventionInput): Promise<void> {
		const caseId = await findCaseOfIntervention(work, interventionId);
		if (!caseId) throw new Problem('not-found');
		if (startedOn !== null && endedOn !== null && endedOn < startedOn) {
			throw new Problem('invalid-input', { field: 'endedOn' });
		}
		await updateInterventionDays(work, interventionId, { startedOn, endedOn });
		await rescheduleCase(work, caseId);
	}
});

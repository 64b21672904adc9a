import { insertIntervention } from '../queries.ts';
import type { Intervention } from '../../case.ts';
import type { InterventionId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export type AddInterventionInput = Omit<Intervention, 'id'>;

/** Adds an intervention by a provider to a case. Refuses a case or provider that the board does not have. */
export const addIntervention = command({
	name: 'addIntervention',
	permission: 'case:write',
	inCase: ({ caseId }) => caseId,
	audit: 'always',
	subject: ({ caseId }: AddInterventionInput, id: InterventionId) => ({ type: 'intervention', id, caseId }),
	async run(work, input: AddInterventionInput): Promise<InterventionId> {
		const { caseId, providerId, name, decidedOn, startedOn, endedOn } = input;
		if (startedOn !== null && endedOn !== null && endedOn < startedOn) {
			throw new Problem('invalid-input', { field: 'endedOn' });
		}
		const id = work.newId() as InterventionId;
		await insertIntervention(work, { id, caseId, providerId, name, decidedOn, startedOn, endedOn });
		return id;
	}
});

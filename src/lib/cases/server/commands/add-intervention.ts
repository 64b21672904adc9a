import { insertInterventionOf } from '../opening/queries.ts';
import type { Intervention } from '../../case.ts';
import type { InterventionId } from '#lib/shared/ids.ts';
import { command } from '#lib/shared/server/command.ts';

export type AddInterventionInput = Omit<Intervention, 'id'>;

/** Adds an intervention by a provider to a case. Refuses a provider that the board does not have, and an end before the start. */
export const addIntervention = command({
	name: 'addIntervention',
	permission: 'case:write',
	inCase: ({ caseId }) => caseId,
	audit: 'always',
	subject: ({ caseId }: AddInterventionInput, id: InterventionId) => ({ type: 'intervention', id, caseId }),
	run: (work, { caseId, ...intervention }: AddInterventionInput): Promise<InterventionId> =>
		insertInterventionOf(work, caseId, intervention)
});

import { updateAsLifted } from '../after/queries.ts';
import { findCaseOfResponse } from '../response/queries.ts';
import type { ResponseId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface LiftRestrictionInput {
	readonly responseId: ResponseId;
	/** The person is told before a restriction is lifted: GDPR art. 18.3. */
	readonly isPersonTold: boolean;
}

/**
 * Lets a restricted response be used again from today. Refuses when the person has not been told (`invalid-input`) and a
 * response that is not restricted (`changed-meanwhile`).
 */
export const liftRestriction = command({
	name: 'liftRestriction',
	permission: 'rights:restrict',
	inCase: ({ responseId }: LiftRestrictionInput, work) => findCaseOfResponse(work, responseId),
	audit: 'always',
	subject: async ({ responseId: id }: LiftRestrictionInput, _output: void, work) => ({
		type: 'response',
		id,
		caseId: await findCaseOfResponse(work, id),
		reason: 'person-told'
	}),
	async run(work, { responseId, isPersonTold }: LiftRestrictionInput) {
		if (!isPersonTold) throw new Problem('invalid-input', { field: 'isPersonTold' });
		const liftedBy = work.actor.kind === 'staff' ? work.actor.staffId : work.actor.kind;
		if (!(await updateAsLifted(work, responseId, liftedBy))) throw new Problem('changed-meanwhile');
	}
});

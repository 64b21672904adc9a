import { listRestrictions } from '../after/queries.ts';
import { insertHandOver } from '../hand-over/queries.ts';
import { findCaseOfResponse, findResponse } from '../response/queries.ts';
import { listInterventionsOfCase } from '#lib/cases/server/queries.ts';
import type { InterventionId, ResponseId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface AgreeToHandOverInput {
	readonly responseId: ResponseId;
	/** Whose provider gets the answers. */
	readonly interventionId: InterventionId;
	/** That the client has been asked and has said yes; nothing is handed over without. */
	readonly hasAgreed: boolean;
}

/**
 * Writes down that the client agrees to the answers going to the provider of an intervention (Simrishamn: ”om brukaren
 * samtycker”; 10 kap. 1 § and 12 kap. 2 § OSL, the individual may lift the secrecy that protects them). Refuses without a
 * yes and answers by staff or a provider, which are not the client's to give (`invalid-input`), an intervention that is not
 * the case's (`not-found`), and answers that are restricted (`changed-meanwhile`). Agreeing again changes nothing.
 */
export const agreeToHandOver = command({
	name: 'agreeToHandOver',
	permission: 'case:write',
	inCase: ({ responseId }: AgreeToHandOverInput, work) => findCaseOfResponse(work, responseId),
	audit: 'always',
	subject: async ({ responseId: id }: AgreeToHandOverInput, _output: void, work) => ({
		type: 'response',
		id,
		caseId: await findCaseOfResponse(work, id)
	}),
	async run(work, { responseId, interventionId, hasAgreed }: AgreeToHandOverInput): Promise<void> {
		if (!hasAgreed) throw new Problem('invalid-input', { field: 'hasAgreed' });
		const found = await findResponse(work, responseId);
		if (!found) throw new Problem('not-found');
		if (found.respondent === 'staff' || found.respondent === 'provider')
			throw new Problem('invalid-input', { field: 'respondent' });
		const interventions = await listInterventionsOfCase(work, found.caseId);
		if (!interventions.some(({ id }) => id === interventionId)) throw new Problem('not-found');
		const restrictions = await listRestrictions(work, responseId);
		if (restrictions.some(({ lifted }) => lifted === null)) throw new Problem('changed-meanwhile');
		const recordedBy = work.actor.kind === 'staff' ? work.actor.staffId : work.actor.kind;
		await insertHandOver(work, { responseId, interventionId, agreedOn: work.today, recordedBy });
	}
});

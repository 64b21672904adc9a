import { holdResponse, insertRestriction, listRestrictions } from '../after/queries.ts';
import { findCaseOfResponse } from '../response/queries.ts';
import { restrictionGrounds, type RestrictionGround } from '../../restriction.ts';
import type { ResponseId, RestrictionId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface RestrictResponseInput {
	readonly responseId: ResponseId;
	readonly ground: RestrictionGround;
}

/**
 * Restricts a response: it is kept and can be read, but is left out of every comparison (GDPR art. 18). Refuses one that
 * is restricted already (`changed-meanwhile`) and a ground that the article does not have.
 */
export const restrictResponse = command({
	name: 'restrictResponse',
	permission: 'rights:restrict',
	inCase: ({ responseId }: RestrictResponseInput, work) => findCaseOfResponse(work, responseId),
	audit: 'always',
	subject: async ({ responseId: id, ground }: RestrictResponseInput, _output: void, work) => ({
		type: 'response',
		id,
		caseId: await findCaseOfResponse(work, id),
		reason: ground
	}),
	async run(work, { responseId, ground }: RestrictResponseInput) {
		if (!restrictionGrounds.includes(ground)) throw new Problem('invalid-input', { field: 'ground' });
		if (!(await holdResponse(work, responseId))) throw new Problem('not-found');
		const earlier = await listRestrictions(work, responseId);
		if (earlier.some(({ lifted }) => lifted === null)) throw new Problem('changed-meanwhile');
		const restrictedBy = work.actor.kind === 'staff' ? work.actor.staffId : work.actor.kind;
		await insertRestriction(work, { id: work.newId() as RestrictionId, responseId, ground, restrictedBy });
	}
});

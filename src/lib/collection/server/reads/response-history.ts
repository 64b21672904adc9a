import { listCorrections, listRestrictions } from '../after/queries.ts';
import { findCaseOfResponse } from '../response/queries.ts';
import type { Correction, Restriction } from '../../correction.ts';
import { mayInCase } from '#lib/cases/server/reach/queries.ts';
import type { CaseId, ResponseId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { read } from '#lib/shared/server/read.ts';

export interface ResponseHistory {
	readonly caseId: CaseId;
	/** The first one first. */
	readonly corrections: readonly Correction[];
	/** The first one first; only the last can be in force. */
	readonly restrictions: readonly Restriction[];
	/** What the actor may do with this very response. */
	readonly may: { readonly correct: boolean; readonly restrict: boolean };
}

/** What has been done to a response after it was given. Refuses one that the board does not have (`not-found`). */
export const responseHistory = read({
	name: 'responseHistory',
	permission: 'case:read',
	inCase: ({ responseId }: { readonly responseId: ResponseId }, work) => findCaseOfResponse(work, responseId),
	audit: 'always',
	subject: ({ responseId }: { readonly responseId: ResponseId }, { caseId }: ResponseHistory) => ({
		type: 'response',
		id: responseId,
		caseId
	}),
	async run(work, { responseId }): Promise<ResponseHistory> {
		const caseId = await findCaseOfResponse(work, responseId);
		if (!caseId) throw new Problem('not-found');
		return {
			caseId,
			corrections: await listCorrections(work, responseId),
			restrictions: await listRestrictions(work, responseId),
			may: {
				correct: await mayInCase(work, 'rights:correct', caseId),
				restrict: await mayInCase(work, 'rights:restrict', caseId)
			}
		};
	}
});

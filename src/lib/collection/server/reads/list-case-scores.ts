import { listRestrictedResponses } from '../after/queries.ts';
import { listResponsesOfCase, listStoredScores } from '../response/queries.ts';
import type { CaseResponse } from '../../administration.ts';
import type { ScaleScore } from '#lib/scoring/score.ts';
import type { CaseId } from '#lib/shared/ids.ts';
import { read } from '#lib/shared/server/read.ts';

export interface CaseScores {
	readonly response: Omit<CaseResponse, 'answers'>;
	/** By scale; empty for an instrument without scales. */
	readonly scores: Readonly<Record<string, ScaleScore>>;
	/** The rules the scores were made with; null when there are none. */
	readonly ruleVersion: string | null;
	/** Kept and readable, but left out of whatever compares or counts (GDPR art. 18). */
	readonly isRestricted: boolean;
}

/** The stored scores of a case's responses, in the order they were given. */
export const listCaseScores = read({
	name: 'listCaseScores',
	permission: 'case:read',
	inCase: ({ caseId }) => caseId,
	audit: 'always',
	subject: (input: { readonly caseId: CaseId }) => ({ type: 'case', id: input.caseId, caseId: input.caseId }),
	async run(work, { caseId }): Promise<readonly CaseScores[]> {
		const responses = await listResponsesOfCase(work, caseId);
		const stored = await listStoredScores(work, { caseId });
		const restricted = await listRestrictedResponses(work, caseId);
		return responses.map(({ answers: _answers, ...response }) => {
			// Rules that came later, if any, stand last.
			const scored = stored.findLast(({ responseId }) => responseId === response.id);
			return {
				response,
				scores: scored?.scales ?? {},
				ruleVersion: scored?.ruleVersion ?? null,
				isRestricted: restricted.has(response.id)
			};
		});
	}
});

import { findCaseOfResponse, findResponse, listStoredScores } from '../response/queries.ts';
import type { CaseResponse } from '../../administration.ts';
import type { ScaleScore } from '#lib/scoring/score.ts';
import type { ResponseId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { read } from '#lib/shared/server/read.ts';

export interface ScoredResponse extends CaseResponse {
	readonly scores: Readonly<Record<string, ScaleScore>>;
	readonly ruleVersion: string | null;
}

/** One response with its answers and scores. Refuses one that the board does not have (`not-found`). */
export const caseResponse = read({
	name: 'caseResponse',
	permission: 'case:read',
	inCase: ({ responseId }: { readonly responseId: ResponseId }, work) => findCaseOfResponse(work, responseId),
	audit: 'always',
	subject: ({ responseId }: { readonly responseId: ResponseId }, { caseId }: ScoredResponse) => ({
		type: 'response',
		id: responseId,
		caseId
	}),
	async run(work, { responseId }): Promise<ScoredResponse> {
		const found = await findResponse(work, responseId);
		if (!found) throw new Problem('not-found');
		const { client: _client, ...response } = found;
		const scored = (await listStoredScores(work, { responseId })).at(-1);
		return { ...response, scores: scored?.scales ?? {}, ruleVersion: scored?.ruleVersion ?? null };
	}
});

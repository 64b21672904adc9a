import { listHandOvers, type HandOver } from '../hand-over/queries.ts';
import { findCaseOfResponse } from '../response/queries.ts';
import type { ResponseId } from '#lib/shared/ids.ts';
import { read } from '#lib/shared/server/read.ts';

/** To which providers the client has agreed to have a response handed. */
export const responseHandOvers = read({
	name: 'responseHandOvers',
	permission: 'case:read',
	inCase: ({ responseId }: { readonly responseId: ResponseId }, work) => findCaseOfResponse(work, responseId),
	audit: 'always',
	subject: async (
		{ responseId }: { readonly responseId: ResponseId },
		_output: readonly HandOver[],
		work
	) => ({
		type: 'response',
		id: responseId,
		caseId: await findCaseOfResponse(work, responseId)
	}),
	run: (work, { responseId }): Promise<readonly HandOver[]> => listHandOvers(work, responseId)
});

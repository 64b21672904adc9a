import { findNotes } from '../interview/queries.ts';
import { findCaseOfResponse } from '../response/queries.ts';
import type { ResponseId } from '#lib/shared/ids.ts';
import { read } from '#lib/shared/server/read.ts';

export type InterviewNotes = Readonly<Record<string, string>>;

/** What staff noted at the questions of a response, by question or `matrix.row`. */
export const interviewNotes = read({
	name: 'interviewNotes',
	permission: 'case:read',
	inCase: ({ responseId }: { readonly responseId: ResponseId }, work) => findCaseOfResponse(work, responseId),
	audit: 'always',
	subject: async ({ responseId }: { readonly responseId: ResponseId }, _notes: InterviewNotes, work) => ({
		type: 'response',
		id: responseId,
		caseId: await findCaseOfResponse(work, responseId)
	}),
	run: (work, { responseId }): Promise<InterviewNotes> => findNotes(work, responseId)
});

import { openClientResult } from './open-client.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { caseNumber: _staffOnly, ...shown } = await openClientResult(locals, params);
	// Nothing is asked for the attention of staff on a page that the client reads.
	const questions = shown.questions.map((question) => ({ ...question, attention: null }));
	const here = `/cases/${params.caseId}/responses/${params.responseId}/result`;
	return { ...shown, questions, backHref: here, copyHref: `${here}/client/copy.pdf` };
};

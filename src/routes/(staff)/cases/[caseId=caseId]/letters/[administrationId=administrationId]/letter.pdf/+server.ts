import { caseLetter } from '#lib/invitations/server/reads/case-letter.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { sendLetters } from '../../../../letter-response.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params: { caseId, administrationId } }) => {
	const { letter, texts } = await fetch(locals.context, caseLetter, { caseId, administrationId });
	return sendLetters(locals, [letter], texts, null);
};

import { surveyLetters } from '#lib/invitations/server/reads/survey-letters.ts';
import { Problem } from '#lib/shared/problem.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { sendLetters } from '../../../letter-response.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params: { surveyId } }) => {
	const { letters, texts } = await fetch(locals.context, surveyLetters, { surveyId });
	const [first] = letters;
	if (!first) throw new Problem('not-found');
	return sendLetters(locals, letters, texts, first.title);
};

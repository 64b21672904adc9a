import { surveyLetters } from '#lib/invitations/server/reads/survey-letters.ts';
import { m } from '#lib/paraglide/messages.js';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { writePdf } from '#lib/shared/server/pdf/write-pdf.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { findBoardOf } from '../../../../../visitor.server.ts';
import { toLetterDocument } from '../../../letter-document.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params: { surveyId } }) => {
	const { letters, texts } = await fetch(locals.context, surveyLetters, { surveyId });
	if (letters.length === 0) throw new Problem('not-found');
	const board = await findBoardOf(locals);
	const madeAt = locals.context.now();
	const about = { title: letters[0]?.title ?? '', boardName: board?.name ?? '', madeAt };
	const bytes = await writePdf(toLetterDocument(letters, texts, about));
	const name = `${m.confidential_letters_file()}-${toLocalDate(madeAt).replaceAll('-', '')}.pdf`;
	return new Response(bytes, {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'no-store'
		}
	});
};

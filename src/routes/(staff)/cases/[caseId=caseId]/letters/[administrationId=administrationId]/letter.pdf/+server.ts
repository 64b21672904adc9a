import { caseLetter } from '#lib/invitations/server/reads/case-letter.ts';
import { m } from '#lib/paraglide/messages.js';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { writePdf } from '#lib/shared/server/pdf/write-pdf.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { findBoardOf } from '../../../../../../visitor.server.ts';
import { toLetterDocument } from '../../../../letter-document.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params: { caseId, administrationId } }) => {
	const { letter, texts } = await fetch(locals.context, caseLetter, { caseId, administrationId });
	const boardName = (await findBoardOf(locals))?.name ?? '';
	const madeAt = locals.context.now();
	const bytes = await writePdf(toLetterDocument([letter], texts, { title: boardName, boardName, madeAt }));
	const name = `${m.confidential_letters_file()}-${toLocalDate(madeAt).replaceAll('-', '')}.pdf`;
	return new Response(bytes, {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'no-store'
		}
	});
};

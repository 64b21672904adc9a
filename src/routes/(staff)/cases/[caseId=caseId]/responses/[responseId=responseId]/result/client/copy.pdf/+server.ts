import { m } from '#lib/paraglide/messages.js';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { writePdf } from '#lib/shared/server/pdf/write-pdf.ts';
import { toFileResponse } from '../../../../../../../../file-response.server.ts';
import { openClientResult } from '../open-client.server.ts';
import { toClientDocument } from '../client-document.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const opened = await openClientResult(locals, params);
	const madeAt = locals.context.now();
	const bytes = await writePdf(toClientDocument(opened, { madeAt, language: locals.locale }));
	const name =
		`${m.results_copy_file()}-${opened.answeredOn}-${toLocalDate(madeAt).replaceAll('-', '')}.pdf` as const;
	return toFileResponse(bytes, name);
};

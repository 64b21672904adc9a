import { writePdf } from '#lib/shared/server/pdf/write-pdf.ts';
import { toFileResponse } from '../../../../file-response.server.ts';
import { makeDocument } from '../make-document.server.ts';
import type { RequestHandler } from './$types';

/** The document as tagged PDF/A. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const { year, law, document } = await makeDocument(locals, url);
	return toFileResponse(await writePdf(document), `underlag-${law}-${year}.pdf`);
};

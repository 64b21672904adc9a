import { writePdf } from '#lib/shared/server/pdf/write-pdf.ts';
import { makeDocument } from '../make-document.server.ts';
import type { RequestHandler } from './$types';

/** The document as tagged PDF/A. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const { year, law, document } = await makeDocument(locals, url);
	return new Response(await writePdf(document), {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': `attachment; filename="underlag-${law}-${year}.pdf"`
		}
	});
};

import { writePdf } from '#lib/shared/server/pdf/write-pdf.ts';
import { recordFile } from '../../record-file.ts';
import { openProviderDocument } from '../open-provider-document.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const document = await openProviderDocument(locals, params, url);
	return recordFile(await writePdf(document), 'pdf', document);
};

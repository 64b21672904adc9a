import { writePdf } from '#lib/shared/server/pdf/write-pdf.ts';
import { openRecord } from '../open-record.server.ts';
import { recordFile } from '../record-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const document = await openRecord(locals, params);
	return recordFile(await writePdf(document), 'pdf', document);
};

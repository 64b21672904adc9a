import { toDocumentText } from '#lib/shared/document-text.ts';
import { openRecord } from '../open-record.server.ts';
import { recordFile } from '../record-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const document = await openRecord(locals, params);
	return recordFile(toDocumentText(document), 'txt', document);
};

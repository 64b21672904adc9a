/** A document as a file to save, named after what it is and when it was made, never after whom it is about. */
import { m } from '#lib/paraglide/messages.js';
import type { PrintedDocument } from '#lib/shared/document.ts';
import { toFileResponse } from '../../../../../file-response.server.ts';

export function recordFile(
	content: Uint8Array<ArrayBuffer> | string,
	kind: 'pdf' | 'txt',
	{ madeAt }: Pick<PrintedDocument, 'madeAt'>
): Response {
	const stamp = madeAt.toISOString().slice(0, 16).replaceAll(/[-:T]/g, '');
	return toFileResponse(content, `${m.results_record_file()}-${stamp}.${kind}`);
}

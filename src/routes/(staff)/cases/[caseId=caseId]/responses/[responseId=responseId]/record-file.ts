/** A document as a file to save, named after what it is and when it was made, never after whom it is about. */
import { m } from '#lib/paraglide/messages.js';
import type { PrintedDocument } from '#lib/shared/document.ts';

const types = { pdf: 'application/pdf', txt: 'text/plain; charset=utf-8' } as const;

export function recordFile(
	content: Uint8Array<ArrayBuffer> | string,
	kind: keyof typeof types,
	{ madeAt }: Pick<PrintedDocument, 'madeAt'>
): Response {
	const stamp = madeAt.toISOString().slice(0, 16).replaceAll(/[-:T]/g, '');
	return new Response(content, {
		headers: {
			'content-type': types[kind],
			'content-disposition': `attachment; filename="${m.results_record_file()}-${stamp}.${kind}"`,
			'cache-control': 'no-store'
		}
	});
}

import { m } from '#lib/paraglide/messages.js';
import { writeExtractHtml } from '#lib/rights/write-html.ts';
import { Problem } from '#lib/shared/problem.ts';
import { toFileResponse } from '../../../../../file-response.server.ts';
import { makeExtract, parseRecipient } from '../make-extract.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const asked = parseRecipient(url.searchParams);
	if (!asked?.ok) throw new Problem('invalid-input');
	const made = await makeExtract(locals, { caseId: params.caseId, recipient: asked.value }, url);
	const name = `${m.rights_extract_file_name()}-${made.extract.stamp.slice(0, 8)}`;
	return toFileResponse(writeExtractHtml(made.view, locals.locale), `${name}.html`);
};

import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { extractRecipients } from '#lib/rights/extract.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { wayToCase } from '../way-to-case.ts';
import { recipientLabel } from './extract-words.ts';
import { makeExtract, parseRecipient } from './make-extract.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { caseId } = params;
	const overview = await fetch(locals.context, caseOverview, { caseId });
	const asked = parseRecipient(url.searchParams);
	const here = `/cases/${caseId}/extract`;
	const query = asked?.ok ? `?recipient=${asked.value}` : '';
	const page = {
		way: wayToCase(overview.case),
		caseHref: `/cases/${caseId}`,
		recipients: extractRecipients.map((value) => ({ value, label: recipientLabel(value) })),
		files: { json: `${here}/file.json${query}`, html: `${here}/file.html${query}` }
	};
	if (!asked) return { ...page, errors: {}, view: null };
	if (!asked.ok) return { ...page, errors: asked.problem.errors, view: null };
	const { view } = await makeExtract(locals, { caseId, recipient: asked.value }, url);
	return { ...page, errors: {}, view };
};

import { m } from '#lib/paraglide/messages.js';
import { findColumnHeading, tableHeadings } from '#lib/rights/extract-headings.ts';
import { Problem } from '#lib/shared/problem.ts';
import { toFileResponse } from '../../../../../file-response.server.ts';
import { makeExtract, parseRecipient } from '../make-extract.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const asked = parseRecipient(url.searchParams);
	if (!asked?.ok) throw new Problem('invalid-input');
	const { extract } = await makeExtract(locals, { caseId: params.caseId, recipient: asked.value }, url);
	const { tables, ...rest } = extract;
	const content = {
		format: 'genklang-register-extract',
		version: 1,
		...rest,
		// Every column as it is stored, with what it is called: for whoever wants to read it with another program.
		tables: tables.map(({ name, rows }) => ({
			name,
			title: tableHeadings[name]?.() ?? name,
			columns: Object.fromEntries(
				Object.keys(rows[0] ?? {}).map((column) => [column, findColumnHeading(name, column) ?? column])
			),
			rows
		}))
	};
	return toFileResponse(
		JSON.stringify(content, null, '\t'),
		`${m.rights_extract_file_name()}-${extract.stamp.slice(0, 8)}.json`
	);
};

import { readersOfCase } from '#lib/audit/server/reads/readers-of-case.ts';
import { m } from '#lib/paraglide/messages.js';
import { Problem } from '#lib/shared/problem.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { groundChoices, parseReadersQuery, recipientChoices, unknownCase } from './readers-query.ts';
import { toListRows, toReaderRows } from './readers-view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const asked = parseReadersQuery(url.searchParams);
	const values = Object.fromEntries(url.searchParams);
	const page = {
		way: [{ href: '/log-review', label: m.audit_reviews_title() }],
		grounds: groundChoices(),
		recipients: recipientChoices(),
		values
	};
	if (!asked) return { ...page, errors: {}, readers: null };
	if (!asked.ok) return { ...page, errors: asked.problem.errors, readers: null };
	try {
		const readers = await fetch(locals.context, readersOfCase, asked.value);
		return {
			...page,
			errors: {},
			readers: {
				caseNumber: readers.caseNumber,
				stamp: readers.stamp,
				rows: toReaderRows(readers),
				lists: toListRows(readers),
				file: `/log-review/readers/file.csv?${url.searchParams}`
			}
		};
	} catch (error) {
		if (!(error instanceof Problem) || error.code !== 'not-found') throw error;
		return { ...page, errors: unknownCase(values).errors, readers: null };
	}
};

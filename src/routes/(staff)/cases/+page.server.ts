import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { mayAct } from '#lib/access/permissions.ts';
import { recogniseSearch } from '#lib/cases/recognise-search.ts';
import { listCases } from '#lib/cases/server/reads/list-cases.ts';
import { searchClient, type FoundClients } from '#lib/cases/server/reads/search-client.ts';
import { m } from '#lib/paraglide/messages.js';
import { requireKnownQuery } from '#lib/shared/known-query.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { problemMessage } from '#lib/shared/problem-message.ts';
import { Problem } from '#lib/shared/problem.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { requiredText } from '#lib/shared/server/form-fields.ts';
import { parseForm, readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { toCaseLists } from './case-lists.ts';
import type { Actions, PageServerLoad } from './$types';

const searchAction = '/search';
const maxTextLength = 200;

export const load: PageServerLoad = async ({ locals, url }) => {
	// A link may name a case number. Nothing else can be searched for in the address: 15 § förordning (2001:637).
	requireKnownQuery(url.searchParams, ['q', searchAction]);
	const query = (url.searchParams.get('q') ?? '').trim();
	const all = await fetch(locals.context, listCases, {});
	return {
		query,
		mayOpen: mayAct(locals.actor, 'case:open'),
		mayMove: mayAct(locals.actor, 'case:import'),
		hasAny: all.length > 0,
		lists: toCaseLists(all, query)
	};
};

const schema = v.object({
	text: requiredText(m.staff_error_form, maxTextLength, () =>
		m.staff_case_new_too_long({ max: maxTextLength })
	)
});

export const actions: Actions = {
	search: async ({ locals: { context }, request }) => {
		const data = await request.formData();
		if (!readFields(data)['text']) redirect(303, '/cases');
		const form = parseForm(schema, data);
		if (!form.ok) return fail(422, { text: '', error: form.problem.errors['text'] });
		const { text } = form.value;
		try {
			const { hits, isCut } = await findPeople(context, text);
			const people = hits.map(({ caseId, caseNumber, clientNumber, name, closedOn }) => ({
				href: `/cases/${caseId}`,
				caseNumber,
				clientNumber,
				name,
				closedOn
			}));
			const lists = toCaseLists(await fetch(context, listCases, {}), text);
			return { text, found: { people, isCut, lists } };
		} catch (error) {
			if (!(error instanceof Problem) || error.code !== 'too-many-searches') throw error;
			return fail(error.status, { text, error: problemMessage(error.code) });
		}
	}
};

/** By name or number, where that is what was written; a part of a case number is looked for in the list of cases. */
async function findPeople(context: Context, text: string): Promise<FoundClients> {
	const by = recogniseSearch(text, toLocalDate(context.now()));
	return by === 'case-number' ? { hits: [], isCut: false } : fetch(context, searchClient, { by, text });
}

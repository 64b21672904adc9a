import { fail, redirect } from '@sveltejs/kit';
import { caseAccess } from '#lib/cases/server/reads/case-access.ts';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { ownTextLanguages } from '#lib/invitations/message-text.ts';
import { registerContact } from '#lib/invitations/server/commands/register-contact.ts';
import { caseInvitations, clientContact } from '#lib/invitations/server/reads/case-invitations.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import { parseForm } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { languageName } from '../../../../language-name.ts';
import { nameUnreviewed } from '../../../../unreviewed-languages.ts';
import { toCaseHeader } from '../case-header.ts';
import { wayToCase } from '../way-to-case.ts';
import { contactFormSchema } from './contact-form.ts';
import { toMessageRows } from './message-rows.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context, locale }, params: { caseId }, url }) => {
	const overview = await fetch(context, caseOverview, { caseId });
	const { may } = await fetch(context, caseAccess, { caseId });
	if (!may.write) throw new Problem('not-permitted');
	const contact = await fetch(context, clientContact, { caseId });
	const invitations = await fetch(context, caseInvitations, { caseId });
	return {
		way: wayToCase(overview.case),
		over: toCaseHeader(overview.case).client,
		caseHref: `/cases/${caseId}`,
		stored: {
			email: contact?.email ?? '',
			phone: contact?.phone ?? '',
			language: contact?.language ?? 'sv'
		},
		languages: ownTextLanguages.map((value) => ({ value, label: languageName(value, locale) })),
		unread: nameUnreviewed(ownTextLanguages, locale),
		...toMessageRows(invitations),
		isSaved: url.searchParams.has('saved')
	};
};

export const actions: Actions = {
	default: async ({ locals: { context }, params: { caseId }, request }) => {
		const form = parseForm(contactFormSchema(ownTextLanguages), await request.formData());
		if (!form.ok) return fail(422, form.problem);
		await run(context, registerContact, { caseId, ...form.value });
		redirect(303, `/cases/${caseId}/contact?saved`);
	}
};

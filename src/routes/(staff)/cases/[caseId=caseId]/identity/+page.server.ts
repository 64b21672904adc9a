import { fail, redirect } from '@sveltejs/kit';
import { registerIdentity } from '#lib/cases/server/commands/register-identity.ts';
import { caseAccess } from '#lib/cases/server/reads/case-access.ts';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { clientIdentity } from '#lib/cases/server/reads/client-identity.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatPersonalNumber } from '#lib/secrecy/personal-number.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { refuseField } from '#lib/shared/refused-form.ts';
import { run } from '#lib/shared/server/command.ts';
import { parseForm } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { toCaseHeader } from '../case-header.ts';
import { wayToCase } from '../way-to-case.ts';
import { identityFormSchema } from './identity-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params: { caseId } }) => {
	const overview = await fetch(context, caseOverview, { caseId });
	const { may } = await fetch(context, caseAccess, { caseId });
	if (!may.write) throw new Problem('not-permitted');
	const { name, personalNumber } = await fetch(context, clientIdentity, { caseId });
	return {
		way: wayToCase(overview.case),
		over: toCaseHeader(overview.case).client,
		caseHref: `/cases/${caseId}`,
		stored: {
			name: name ?? '',
			personalNumber: personalNumber === null ? '' : formatPersonalNumber(personalNumber)
		}
	};
};

export const actions: Actions = {
	default: async ({ locals: { context }, params: { caseId }, request }) => {
		const data = await request.formData();
		const form = parseForm(identityFormSchema(toLocalDate(context.now())), data);
		if (!form.ok) return fail(422, form.problem);
		const { name, personalNumber } = form.value;
		try {
			await run(context, registerIdentity, { caseId, name, personalNumber });
		} catch (error) {
			if (!(error instanceof Problem) || error.code !== 'already-exists') throw error;
			const written = { name: name ?? '', personalNumber: personalNumber ?? '' };
			return fail(409, refuseField(written, 'personalNumber', m.identity_number_taken()));
		}
		const isEmpty = name === null && personalNumber === null;
		redirect(303, `/cases/${caseId}?saved=${isEmpty ? 'identity-removed' : 'identity'}`);
	}
};

import { fail, redirect } from '@sveltejs/kit';
import { addIntervention } from '#lib/cases/server/commands/add-intervention.ts';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { listProviders } from '#lib/cases/server/reads/list-providers.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import { parseForm } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { wayToCase } from '../../way-to-case.ts';
import { interventionFormSchema } from './intervention-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const overview = await fetch(locals.context, caseOverview, { caseId: params.caseId });
	const providers = await fetch(locals.context, listProviders, {});
	return {
		caseHref: `/cases/${params.caseId}`,
		providers: providers.map(({ id, name }) => ({ value: id, label: name })),
		way: wayToCase(overview.case)
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const schema = interventionFormSchema(toLocalDate(locals.context.now()));
		const form = parseForm(schema, await request.formData());
		if (!form.ok) return fail(422, form.problem);
		await run(locals.context, addIntervention, { caseId: params.caseId, ...form.value });
		redirect(303, `/cases/${params.caseId}?saved=intervention`);
	}
};

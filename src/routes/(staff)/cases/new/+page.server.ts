import { fail, redirect } from '@sveltejs/kit';
import { readEffort } from '#lib/cases/effort.ts';
import { openCase } from '#lib/cases/server/commands/open-case.ts';
import { listOwnUnits } from '#lib/cases/server/reads/list-own-units.ts';
import { listProviders } from '#lib/cases/server/reads/list-providers.ts';
import { m } from '#lib/paraglide/messages.js';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { refuseField } from '#lib/shared/refused-form.ts';
import { run } from '#lib/shared/server/command.ts';
import { parseForm, readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { caseFormSchema } from './case-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { context } = locals;
	const units = await fetch(context, listOwnUnits, {});
	return {
		today: toLocalDate(context.now()),
		units: units.length > 1 ? units.map(({ id, name }) => ({ value: id, label: name })) : [],
		providers: (await fetch(context, listProviders, {})).map(({ id, name }) => ({ value: id, label: name })),
		way: [{ href: '/cases', label: m.staff_cases_title() }]
	};
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const data = await request.formData();
		const values = readFields(data);
		const hasNumber = Boolean(values['personalNumber']);
		const form = parseForm(caseFormSchema(toLocalDate(locals.context.now()), { hasNumber }), data);
		if (!form.ok) return fail(422, form.problem);
		try {
			const effort = readEffort(
				{ kind: 'case-opening', instrumentId: null },
				{ seconds: values['effortSeconds'], keystrokes: values['effortKeystrokes'] }
			);
			const caseId = await run(locals.context, openCase, { ...form.value, effort });
			redirect(303, `/cases/${caseId}?saved=opened`);
		} catch (error) {
			return fail(409, explainRefused(error, values));
		}
	}
};

function explainRefused(error: unknown, values: Record<string, string>) {
	if (!(error instanceof Problem)) throw error;
	if (error.code === 'already-exists') return explainTaken(error, values);
	if (error.code === 'invalid-input' && error.details['field'] === 'unitId') {
		return refuseField(values, 'unitId', m.case_work_unit_wrong());
	}
	// The provider was taken away after the page was opened, or never was the board's.
	if (error.code === 'not-found')
		return refuseField(values, 'providerId', m.staff_intervention_provider_missing());
	throw error;
}

function explainTaken(problem: Problem, values: Record<string, string>) {
	switch (problem.details['what']) {
		case 'client':
			return refuseField(values, 'clientNumber', m.staff_case_new_client_differs());
		case 'person':
			return refuseField(values, 'personalNumber', m.identity_number_taken());
		default:
			return refuseField(values, 'caseNumber', m.staff_case_new_case_number_taken());
	}
}

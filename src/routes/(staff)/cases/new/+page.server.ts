import { fail, redirect } from '@sveltejs/kit';
import { openCase } from '#lib/cases/server/commands/open-case.ts';
import { m } from '#lib/paraglide/messages.js';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { refuseField } from '#lib/shared/refused-form.ts';
import { run } from '#lib/shared/server/command.ts';
import { parseForm, readFields } from '#lib/shared/server/parse-form.ts';
import { caseFormSchema } from './case-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({
	today: toLocalDate(locals.context.now()),
	way: [{ href: '/cases', label: m.staff_cases_title() }]
});

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const data = await request.formData();
		const form = parseForm(caseFormSchema(toLocalDate(locals.context.now())), data);
		if (!form.ok) return fail(422, form.problem);
		try {
			const caseId = await run(locals.context, openCase, form.value);
			redirect(303, `/cases/${caseId}/interventions/new?first=1`);
		} catch (error) {
			if (!(error instanceof Problem) || error.code !== 'already-exists') throw error;
			return fail(409, explainTaken(error, readFields(data)));
		}
	}
};

function explainTaken(problem: Problem, values: Record<string, string>) {
	return problem.details.what === 'client'
		? refuseField(values, 'clientNumber', m.staff_case_new_client_differs())
		: refuseField(values, 'caseNumber', m.staff_case_new_case_number_taken());
}

import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { addProvider } from '#lib/cases/server/commands/add-provider.ts';
import { listProviders } from '#lib/cases/server/reads/list-providers.ts';
import { m } from '#lib/paraglide/messages.js';
import { Problem } from '#lib/shared/problem.ts';
import { refuseField } from '#lib/shared/refused-form.ts';
import { run } from '#lib/shared/server/command.ts';
import { requiredText } from '#lib/shared/server/form-fields.ts';
import { parseForm, readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import type { Actions, PageServerLoad } from './$types';

const maxNameLength = 120;

export const load: PageServerLoad = async ({ locals }) => {
	const providers = await fetch(locals.context, listProviders, {});
	return { providers: providers.map(({ id, name }) => ({ id, name })) };
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const schema = v.object({
			name: requiredText(m.staff_provider_name_missing, maxNameLength, () =>
				m.staff_case_new_too_long({ max: maxNameLength })
			)
		});
		const data = await request.formData();
		const form = parseForm(schema, data);
		if (!form.ok) return fail(422, form.problem);
		try {
			await run(locals.context, addProvider, form.value);
		} catch (error) {
			if (!(error instanceof Problem) || error.code !== 'already-exists') throw error;
			return fail(409, refuseField(readFields(data), 'name', m.staff_provider_name_taken()));
		}
		redirect(303, '/providers');
	}
};

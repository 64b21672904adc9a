import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { m } from '#lib/paraglide/messages.js';
import { requiredText } from '#lib/shared/server/form-fields.ts';
import { parseForm } from '#lib/shared/server/parse-form.ts';
import { editPlan, openPlan, wayToPlan } from '../open-plan.server.ts';
import type { Actions, PageServerLoad } from './$types';

const longest = { name: 120, service: 160, purpose: 1000 } as const;
const text = (max: number) => requiredText(m.plans_field_missing, max, () => m.plans_too_long({ max }));
const schema = v.object({
	name: text(longest.name),
	service: text(longest.service),
	purpose: text(longest.purpose)
});

export const load: PageServerLoad = async ({ locals, params }) => {
	const opened = await openPlan(locals.context, params.planId);
	const { name, service, purpose } = opened.plan;
	return { way: wayToPlan(opened), here: `/plans/${params.planId}`, name, service, purpose };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = parseForm(schema, await request.formData());
		if (!form.ok) return fail(422, form.problem);
		await editPlan(locals.context, params.planId, (plan) => ({ ...plan, ...form.value }));
		redirect(303, `/plans/${params.planId}?saved=draft`);
	}
};

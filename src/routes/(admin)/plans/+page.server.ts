import { redirect } from '@sveltejs/kit';
import { emptyPlan } from '#lib/plans/edit-plan.ts';
import { createPlan } from '#lib/plans/server/commands/create-plan.ts';
import { listPlans } from '#lib/plans/server/reads/list-plans.ts';
import { findTemplate, listTemplates } from '#lib/plans/templates.ts';
import { m } from '#lib/paraglide/messages.js';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import { readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { toPlanCards } from './plan-cards.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	plans: toPlanCards(await fetch(locals.context, listPlans, {})),
	templates: listTemplates().map(({ id, plan: { name, service, purpose } }) => ({
		id,
		name,
		service,
		purpose
	}))
});

export const actions: Actions = {
	template: async ({ locals, request }) => {
		const { templateId } = readFields(await request.formData());
		const template = findTemplate(templateId ?? '');
		if (!template) throw new Problem('not-found');
		const planId = await run(locals.context, createPlan, { plan: template.plan });
		redirect(303, `/plans/${planId}?saved=template`);
	},
	blank: async ({ locals }) => {
		const planId = await run(locals.context, createPlan, { plan: emptyPlan(m.plans_blank_name()) });
		redirect(303, `/plans/${planId}/about`);
	}
};

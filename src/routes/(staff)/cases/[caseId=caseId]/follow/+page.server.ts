import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { countsFromIntervention } from '#lib/plans/counts-from-intervention.ts';
import { startPlan } from '#lib/plans/server/commands/start-plan.ts';
import { casePlans } from '#lib/plans/server/reads/case-plans.ts';
import { listPlans } from '#lib/plans/server/reads/list-plans.ts';
import { m } from '#lib/paraglide/messages.js';
import { parseId, type InterventionId, type PlanId } from '#lib/shared/ids.ts';
import { run } from '#lib/shared/server/command.ts';
import { chosenId } from '#lib/shared/server/form-fields.ts';
import { parseForm } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { wayToCase } from '../way-to-case.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { context } = locals;
	const { caseId } = params;
	const overview = await fetch(context, caseOverview, { caseId });
	const here = `/cases/${caseId}`;
	if (overview.case.closedOn !== null) redirect(303, here);
	const followed = await fetch(context, casePlans, { caseId });
	const going = new Set(followed.filter(({ endedOn }) => endedOn === null).map(({ planId }) => planId));
	const published = await listPublished(locals.context);
	return {
		way: wayToCase(overview.case),
		caseHref: here,
		plans: published
			.filter(({ id }) => !going.has(id))
			.map(({ id, plan }) => ({ value: id, label: plan.name, hint: `${plan.service}. ${plan.purpose}` })),
		interventions: overview.interventions.map(({ id, name, providerName }) => ({
			value: id,
			label: `${name}, ${providerName}`
		}))
	};
};

/** What can be started today, the newest published version of each. */
async function listPublished(context: App.Locals['context']) {
	const plans = await fetch(context, listPlans, {});
	return plans.flatMap(({ id, retiredOn, versions }) => {
		const version = versions.find(({ publishedOn }) => publishedOn !== null);
		return version && retiredOn === null ? [{ id, plan: version.plan }] : [];
	});
}

const schema = v.object({
	planId: chosenId(parseId<PlanId>, m.plans_field_missing),
	interventionId: v.pipe(
		v.optional(v.string(), ''),
		v.transform((text) => parseId<InterventionId>(text) ?? null)
	)
});

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const { context } = locals;
		const form = parseForm(schema, await request.formData());
		if (!form.ok) return fail(422, form.problem);
		const { planId, interventionId } = form.value;
		const chosen = (await listPublished(context)).find(({ id }) => id === planId);
		if (chosen && countsFromIntervention(chosen.plan) && interventionId === null) {
			return fail(422, {
				values: { planId },
				errors: { interventionId: m.plans_case_intervention_missing() }
			});
		}
		await run(context, startPlan, { caseId: params.caseId, ...form.value });
		redirect(303, `/cases/${params.caseId}?saved=plan-started#plan`);
	}
};

import { fail, redirect } from '@sveltejs/kit';
import { occasions } from '#lib/cases/case.ts';
import { makeKey, putOccasion, removeOccasion } from '#lib/plans/edit-plan.ts';
import { anchors, timingKinds } from '#lib/plans/plan.ts';
import { spanUnits } from '#lib/plans/span.ts';
import { anchorLabel, kindHint, kindLabel, unitLabel } from '#lib/plans/ui/plan-words.ts';
import { Problem } from '#lib/shared/problem.ts';
import { parseForm } from '#lib/shared/server/parse-form.ts';
import { occasionChoices } from '../../../../choices.ts';
import { occasionLabel } from '../../../../labels.ts';
import { editPlan, openPlan, wayToPlan } from '../open-plan.server.ts';
import { isOccasionKind, occasionFormSchema, startAnchors, toOccasionFields } from './occasion-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const opened = await openPlan(locals.context, params.planId);
	const key = url.searchParams.get('key');
	const rule = opened.plan.occasions.find((other) => other.key === key) ?? null;
	if (key !== null && !rule) throw new Problem('not-found');
	const wanted = url.searchParams.get('kind') ?? rule?.timing.kind;
	const kind = isOccasionKind(wanted) ? wanted : null;
	const here = `/plans/${params.planId}`;
	const choiceOf = (value: string) => `${here}/occasion?${key === null ? '' : `key=${key}&`}kind=${value}`;
	const anchorsOfKind = kind === 'once' || kind === 'between' ? anchors : startAnchors;
	return {
		way: wayToPlan(opened),
		here,
		planName: opened.plan.name,
		key,
		kind,
		kindLabel: kind && kindLabel(kind),
		kindHref: `${here}/occasion${key === null ? '' : `?key=${key}&kind=`}`,
		kinds: timingKinds.map((value) => ({
			href: choiceOf(value),
			label: kindLabel(value),
			hint: kindHint(value)
		})),
		fields: kind && toOccasionFields(kind, rule),
		anchors: anchorsOfKind.map((value) => ({ value, label: anchorLabel(value) })),
		units: spanUnits.map((value) => ({ value, label: unitLabel(value) })),
		phases: occasionChoices(),
		phaseOptions: occasions.map((value) => ({ value, label: occasionLabel(value) }))
	};
};

export const actions: Actions = {
	save: async ({ locals, params, request, url }) => {
		const kind = url.searchParams.get('kind');
		if (!isOccasionKind(kind)) throw new Problem('not-found');
		const form = parseForm(occasionFormSchema(kind), await request.formData());
		if (!form.ok) return fail(422, form.problem);
		const given = url.searchParams.get('key');
		await editPlan(locals.context, params.planId, (plan) => {
			const taken = plan.occasions.map(({ key }) => key);
			if (given !== null && !taken.includes(given)) throw new Problem('changed-meanwhile');
			return putOccasion(plan, { key: given ?? makeKey(form.value.name, taken), ...form.value });
		});
		redirect(303, `/plans/${params.planId}?saved=draft`);
	},
	remove: async ({ locals, params, url }) => {
		const key = url.searchParams.get('key') ?? '';
		await editPlan(locals.context, params.planId, (plan) => removeOccasion(plan, key));
		redirect(303, `/plans/${params.planId}?saved=draft`);
	}
};

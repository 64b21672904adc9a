import { fail, redirect } from '@sveltejs/kit';
import { findInstrument, listInstruments } from '#lib/instruments/server/catalogue.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { makeKey, putLine, removeLine } from '#lib/plans/edit-plan.ts';
import { m } from '#lib/paraglide/messages.js';
import { Problem } from '#lib/shared/problem.ts';
import { parseForm } from '#lib/shared/server/parse-form.ts';
import { respondentChoices } from '../../../../choices.ts';
import { editPlan, openPlan, wayToPlan } from '../open-plan.server.ts';
import { lineFormSchema, nameMeasure, respondents, toLineFields, toMeasure } from './line-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { context, locale } = locals;
	const opened = await openPlan(context, params.planId);
	const key = url.searchParams.get('key');
	const line = opened.plan.lines.find((other) => other.key === key) ?? null;
	if (key !== null && !line) throw new Problem('not-found');
	return {
		way: wayToPlan(opened),
		here: `/plans/${params.planId}`,
		planName: opened.plan.name,
		key,
		fields: toLineFields(line),
		at: line?.at ?? [],
		measures: [
			...listInstruments(context.catalogue).map((instrument) => ({
				value: nameMeasure({ kind: 'instrument', instrumentId: instrument.id }),
				label: textIn(instrument.shortTitle, locale) ?? instrument.id
			})),
			{ value: 'outside', label: m.plans_line_outside() },
			{ value: 'goal-levels', label: m.plans_line_goals() }
		],
		respondents: respondentChoices(respondents),
		occasions: opened.plan.occasions.map(({ key: value, name }) => ({ value, label: name }))
	};
};

export const actions: Actions = {
	save: async ({ locals, params, request, url }) => {
		const { context } = locals;
		const data = await request.formData();
		const at = data.getAll('at').map(String);
		const form = parseForm(lineFormSchema, data);
		if (!form.ok) return fail(422, { ...form.problem, at });
		const { outsideName, respondent, isVoluntary } = form.value;
		const measure = toMeasure(form.value.measure, outsideName);
		const instrument =
			measure.kind === 'instrument' ? findInstrument(context.catalogue, measure.instrumentId) : null;
		if (measure.kind === 'outside' && measure.name === '') {
			return fail(422, { values: {}, at, errors: { outsideName: m.plans_field_missing() } });
		}
		const given = url.searchParams.get('key');
		await editPlan(context, params.planId, (plan) => {
			const taken = plan.lines.map(({ key }) => key);
			if (given !== null && !taken.includes(given)) throw new Problem('changed-meanwhile');
			const name = instrument?.id ?? (measure.kind === 'outside' ? measure.name : measure.kind);
			return putLine(plan, {
				key: given ?? makeKey(`${name} ${respondent}`, taken),
				measure,
				respondent,
				isVoluntary,
				at: plan.occasions.map(({ key }) => key).filter((key) => at.includes(key))
			});
		});
		redirect(303, `/plans/${params.planId}?saved=draft`);
	},
	remove: async ({ locals, params, url }) => {
		const key = url.searchParams.get('key') ?? '';
		await editPlan(locals.context, params.planId, (plan) => removeLine(plan, key));
		redirect(303, `/plans/${params.planId}?saved=draft`);
	}
};

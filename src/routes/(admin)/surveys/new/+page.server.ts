import { fail, redirect } from '@sveltejs/kit';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { listSharedLanguages } from '#lib/instruments/sitting.ts';
import { m } from '#lib/paraglide/messages.js';
import { addDays, toLocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import { draftSurvey } from '#lib/surveys/server/commands/draft-survey.ts';
import { findSurveyChoices } from '../survey-choices.server.ts';
import { readSurveyForm } from '../survey-form.ts';
import type { Actions, PageServerLoad } from './$types';

const suggestedDays = 30;

export const load: PageServerLoad = async ({ locals }) => {
	const today = toLocalDate(locals.context.now());
	return {
		way: [{ href: '/surveys', label: m.staff_surveys_title() }],
		days: { opensOn: today, closesOn: addDays(today, suggestedDays) },
		choices: await findSurveyChoices(locals)
	};
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const { context } = locals;
		const form = readSurveyForm(await request.formData(), toLocalDate(context.now()), context.catalogue);
		if (!form.ok) return fail(422, form.problem);
		const { plan, providerIds } = form.value;
		const forms = plan.instrumentIds.flatMap((id) => findInstrument(context.catalogue, id) ?? []);
		const languages = listSharedLanguages(forms);
		const providers = providerIds.map((providerId) => ({ providerId, invited: null }));
		const surveyId = await run(context, draftSurvey, { ...plan, languages, providers });
		redirect(303, `/surveys/${surveyId}`);
	}
};

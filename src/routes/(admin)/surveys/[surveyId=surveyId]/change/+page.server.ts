import { fail, redirect } from '@sveltejs/kit';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { listSharedLanguages } from '#lib/instruments/sitting.ts';
import { m } from '#lib/paraglide/messages.js';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { refuseField } from '#lib/shared/refused-form.ts';
import { run } from '#lib/shared/server/command.ts';
import { readFields } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { changeSurvey } from '#lib/surveys/server/commands/change-survey.ts';
import { surveyOverview } from '#lib/surveys/server/reads/survey-overview.ts';
import { languageName } from '../../../../language-name.ts';
import { findSurveyChoices } from '../../survey-choices.server.ts';
import { formFields } from '../../form-fields.ts';
import { readSurveyForm } from '../../survey-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { context, locale } = locals;
	const { survey } = await fetch(context, surveyOverview, { surveyId: params.surveyId });
	if (survey.state !== 'draft') throw new Problem('survey-fixed', { field: 'state' });
	const { title, purpose, anonymity, instruments, languages, providers } = survey;
	const { opensOn, closesOn, quickExit } = survey;
	const known = languagesOf(
		locals,
		instruments.map(({ id }) => id)
	);
	const forms = Object.fromEntries(instruments.map(({ id }, at) => [formFields[at], id] as const));
	return {
		way: [
			{ href: '/surveys', label: m.staff_surveys_title() },
			{ href: `/surveys/${survey.id}`, label: title }
		],
		here: `/surveys/${survey.id}`,
		choices: await findSurveyChoices(locals),
		values: { title, purpose, anonymity, ...forms, opensOn, closesOn, quickExit },
		providerIds: providers.map(({ providerId }) => providerId as string),
		languages: known.map((tag) => ({ value: tag, label: languageName(tag, locale) })),
		chosenLanguages: languages
	};
};

/** Those that all of the forms are in, in their newest versions. */
function languagesOf({ context }: App.Locals, instrumentIds: readonly string[]): readonly string[] {
	return listSharedLanguages(instrumentIds.flatMap((id) => findInstrument(context.catalogue, id) ?? []));
}

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const { context } = locals;
		const data = await request.formData();
		const form = readSurveyForm(data, toLocalDate(context.now()), context.catalogue);
		if (!form.ok) return fail(422, form.problem);
		const { plan, providerIds, languages: chosen } = form.value;
		const { survey } = await fetch(context, surveyOverview, { surveyId: params.surveyId });
		const known = languagesOf(locals, plan.instrumentIds);
		// Other forms exist in other languages: all of them are offered until somebody chooses.
		const before = survey.instruments.map(({ id }) => id).join(' ');
		const isSame = plan.instrumentIds.join(' ') === before && known.length > 1;
		const languages = isSame ? known.filter((language) => chosen.includes(language)) : known;
		if (languages.length === 0) {
			const refused = refuseField(readFields(data), 'languages', m.surveys_languages_missing());
			return fail(422, { refused, providerIds, languages: chosen });
		}
		const sizes = new Map(survey.providers.map((provider) => [provider.providerId, provider]));
		const providers = providerIds.map((providerId) => ({
			providerId,
			invited: sizes.get(providerId)?.invited ?? null,
			mostAnswers: sizes.get(providerId)?.mostAnswers ?? null
		}));
		await run(context, changeSurvey, { surveyId: survey.id, plan: { ...plan, languages }, providers });
		redirect(303, `/surveys/${survey.id}?saved=draft`);
	}
};

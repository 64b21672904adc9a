import { fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import type { Shown } from '#lib/outcomes/disclosure/shown.ts';
import { countFormsInSteps } from '#lib/outcomes/disclosure/stepped-count.ts';
import { m } from '#lib/paraglide/messages.js';
import { parseId, type ProviderId, type SurveyId } from '#lib/shared/ids.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import { chosenId } from '#lib/shared/server/form-fields.ts';
import { parseForm } from '#lib/shared/server/parse-form.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { renewSurveyLink } from '#lib/surveys/server/commands/renew-survey-link.ts';
import { informationTexts } from '#lib/surveys/server/reads/information-texts.ts';
import { listSurveys } from '#lib/surveys/server/reads/list-surveys.ts';
import { surveyResults } from '#lib/surveys/server/reads/survey-results.ts';
import type { Survey } from '#lib/surveys/survey.ts';
import { respondentAddress } from '../../respondent-address.server.ts';
import { toSurveyView } from './survey-list-view.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { context, locale } = locals;
	const today = toLocalDate(context.now());
	const surveys = await fetch(context, listSurveys, {});
	const results = await fetchResults(locals, surveys);
	const { published } = await fetch(context, informationTexts, { subject: 'surveys' });
	const versions = new Map(published.map(({ id, version }) => [id, version]));
	return {
		surveys: surveys.map((survey) => {
			const instrument = findInstrument(context.catalogue, survey.instrumentId, survey.instrumentVersion);
			const name = textIn(instrument?.shortTitle ?? null, locale) ?? survey.instrumentId;
			const version = survey.informationId === null ? null : (versions.get(survey.informationId) ?? null);
			return toSurveyView(
				survey,
				name,
				results.get(keyOf(survey)) ?? new Map<ProviderId, Shown<number>>(),
				today,
				version
			);
		})
	};
};

export const actions: Actions = {
	renew: async ({ locals, request, url }) => {
		const schema = v.object({
			surveyId: chosenId(parseId<SurveyId>, m.staff_error_form),
			providerId: chosenId(parseId<ProviderId>, m.staff_error_form)
		});
		const form = parseForm(schema, await request.formData());
		if (!form.ok) return fail(422, { links: [] });
		const { token } = await run(locals.context, renewSurveyLink, form.value);
		const surveys = await fetch(locals.context, listSurveys, {});
		const survey = surveys.find(({ id }) => id === form.value.surveyId);
		const provider = survey?.providers.find(({ providerId }) => providerId === form.value.providerId);
		const address = await respondentAddress(locals, url.origin, token);
		return { links: [{ provider: provider?.name ?? '', address }] };
	}
};

const yearOf = ({ opensOn }: Pick<Survey, 'opensOn'>): number => Number(opensOn.slice(0, 4));
const keyOf = (survey: Survey): string => `${survey.instrumentId} ${yearOf(survey)}`;

/** Once per instrument and year, however many surveys share them. */
async function fetchResults({ context }: App.Locals, surveys: readonly Survey[]) {
	const results = new Map<string, ReadonlyMap<ProviderId, Shown<number>>>();
	for (const survey of surveys) {
		if (results.has(keyOf(survey))) continue;
		const { instrumentId } = survey;
		const answers = await fetch(context, surveyResults, { instrumentId, year: yearOf(survey) });
		results.set(keyOf(survey), countFormsInSteps(answers));
	}
	return results;
}

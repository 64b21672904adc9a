import { mayAct } from '#lib/access/permissions.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { isSensitive } from '#lib/instruments/is-sensitive.ts';
import { findDisclosureRule } from '#lib/outcomes/disclosure/disclosure-rules.ts';
import { m } from '#lib/paraglide/messages.js';
import { discloseSurveyAnswers, listSurveyItems } from '#lib/reports/survey-answers.ts';
import { Problem } from '#lib/shared/problem.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { confidentialResults } from '#lib/surveys/server/reads/confidential-results.ts';
import { toItemView } from './results-view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { context, locale, actor } = locals;
	const { survey, isOver, answers } = await fetch(context, confidentialResults, {
		surveyId: params.surveyId
	});
	const instrument = findInstrument(context.catalogue, survey.instrumentId, survey.instrumentVersion);
	if (!instrument) throw new Problem('instrument-unavailable');
	const rule = findDisclosureRule({ audience: 'unit', isSensitive: isSensitive(instrument) });
	const providerIds = survey.providers.map(({ providerId }) => providerId);
	const shown = discloseSurveyAnswers(answers, listSurveyItems(instrument.questionnaire), providerIds, rule);
	return {
		way: mayAct(actor, 'survey:read')
			? [
					{ href: '/surveys', label: m.staff_surveys_title() },
					{ href: `/surveys/${survey.id}`, label: survey.title }
				]
			: [],
		over: survey.title,
		isOver,
		closesOn: survey.closesOn,
		smallest: rule.smallestGroup,
		period: m.staff_surveys_period({ from: survey.opensOn, to: survey.closesOn }),
		about: survey.providers.map(({ name }) => name).join(', '),
		version: survey.instrumentVersion,
		items: isOver ? shown.map((one) => toItemView(one, survey, locale)) : []
	};
};

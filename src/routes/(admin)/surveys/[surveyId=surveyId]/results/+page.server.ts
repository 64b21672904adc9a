import { mayAct } from '#lib/access/permissions.ts';
import { isSensitive } from '#lib/instruments/is-sensitive.ts';
import { findSitting } from '#lib/instruments/server/catalogue.ts';
import { findDisclosureRule } from '#lib/outcomes/disclosure/disclosure-rules.ts';
import { m } from '#lib/paraglide/messages.js';
import { discloseSurveyAnswers, listSurveyItems } from '#lib/reports/survey-answers.ts';
import { Problem } from '#lib/shared/problem.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { confidentialResults } from '#lib/surveys/server/reads/confidential-results.ts';
import { nameForms } from '../../name-forms.server.ts';
import { toItemView } from './results-view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { context, locale, actor } = locals;
	const { survey, isOver, forms } = await fetch(context, confidentialResults, {
		surveyId: params.surveyId
	});
	const sitting = findSitting(context.catalogue, survey.instruments);
	if (!sitting) throw new Problem('instrument-unavailable');
	// Whoever answered one form answered the others: the strictest rule holds for all of them.
	const rule = findDisclosureRule({ audience: 'unit', isSensitive: isSensitive(sitting.joined) });
	const providerIds = survey.providers.map(({ providerId }) => providerId);
	const names = nameForms(locals, survey.instruments);
	const shown = forms.map(({ asked, answers }, index) => {
		const questionnaire = sitting.forms[index]?.questionnaire;
		const items = questionnaire ? listSurveyItems(questionnaire) : [];
		return {
			id: asked.id,
			title: `${names[index]} ${asked.version}`,
			items: discloseSurveyAnswers(answers, items, providerIds, rule).map((one) =>
				toItemView(one, survey, locale)
			)
		};
	});
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
		/** Of the one form; where there are several each says its own. */
		version: survey.instruments.length === 1 ? (survey.instruments[0]?.version ?? '') : null,
		forms: isOver ? shown : []
	};
};

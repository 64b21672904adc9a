import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { listSurveys } from '#lib/surveys/server/reads/list-surveys.ts';
import type { SurveyView } from '#lib/surveys/ui/survey-view.ts';
import { purposeLabel } from '../../labels.ts';
import { describeState } from './survey-state-view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { context, locale } = locals;
	const today = toLocalDate(context.now());
	const surveys = await fetch(context, listSurveys, {});
	return {
		surveys: surveys.map((survey): SurveyView => {
			const { id, title, purpose, instrumentId, instrumentVersion, opensOn, closesOn } = survey;
			const instrument = findInstrument(context.catalogue, instrumentId, instrumentVersion);
			const name = textIn(instrument?.shortTitle ?? null, locale) ?? instrumentId;
			return {
				id,
				title,
				state: describeState(survey, today),
				about: `${purposeLabel(purpose)} · ${name}`,
				period: m.staff_surveys_period({ from: opensOn, to: closesOn })
			};
		})
	};
};

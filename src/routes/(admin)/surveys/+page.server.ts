import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import { clientLanguages } from '#lib/shared/client-language.ts';
import { findReview, isUnreviewed } from '#lib/shared/foreign-words.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { listSurveys } from '#lib/surveys/server/reads/list-surveys.ts';
import type { SurveyView } from '#lib/surveys/ui/survey-view.ts';
import { languageName } from '../../language-name.ts';
import { purposeLabel } from '../../labels.ts';
import { describeState } from './survey-state-view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { context, locale } = locals;
	const today = toLocalDate(context.now());
	const surveys = await fetch(context, listSurveys, {});
	return {
		languages: clientLanguages.map((tag) => ({
			tag,
			name: languageName(tag, locale),
			review: describeReview(tag)
		})),
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

/** Whether a translator has read the texts that clients meet in a language. */
function describeReview(tag: string): string {
	const review = findReview(tag);
	if (review) return m.surveys_languages_reviewed({ name: review.by, date: review.on });
	return isUnreviewed(tag) ? m.surveys_languages_unreviewed() : m.surveys_languages_own();
}

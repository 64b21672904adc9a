import { m } from '#lib/paraglide/messages.js';
import { clientLanguages } from '#lib/shared/client-language.ts';
import { findReview, isUnreviewed } from '#lib/shared/foreign-words.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { listSurveys } from '#lib/surveys/server/reads/list-surveys.ts';
import type { SurveyView } from '#lib/surveys/ui/survey-view.ts';
import { languageName } from '../../language-name.ts';
import { purposeLabel } from '../../labels.ts';
import { nameForms } from './name-forms.server.ts';
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
			const { id, title, purpose, instruments, opensOn, closesOn } = survey;
			const names = new Intl.ListFormat(locale).format(nameForms(locals, instruments));
			return {
				id,
				title,
				state: describeState(survey, today),
				about: `${purposeLabel(purpose)} · ${names}`,
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

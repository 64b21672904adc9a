/** What is printed for those who answer a survey, in each of the clients' languages: its slips and its posters. */
import { clientDate } from '#lib/shared/client-date.ts';
import { clientLanguages } from '#lib/shared/client-language.ts';
import { plainLanguage } from '#lib/shared/easy-read.ts';
import { isUnreviewed } from '#lib/shared/foreign-words.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import * as sent from '#lib/shared/sent-words.ts';
import type { Survey } from '#lib/surveys/survey.ts';
import type { PosterWords, PrintLanguage, SlipWords } from '#lib/surveys/ui/survey-view.ts';
import { languageName } from '../../../language-name.ts';

/** The languages to choose among. An easy-to-read track is printed in its own language: the words are plain already. */
export function listPrintLanguages(
	{ languages }: Pick<Survey, 'languages'>,
	locale: string
): PrintLanguage[] {
	const ofSurvey = languages.map(plainLanguage);
	return clientLanguages.map((tag) => ({
		tag,
		name: languageName(tag, locale),
		isOfSurvey: ofSurvey.includes(tag),
		isUnreviewed: isUnreviewed(tag)
	}));
}

/** The words of a slip. `address` is where a code is typed in. */
export function toSlipWords(address: string): SlipWords[] {
	return clientLanguages.map((locale) => ({
		language: locale,
		code: sent.surveys_slip_code({}, { locale }),
		how: sent.surveys_slip_how({ address }, { locale }),
		anonymous: sent.surveys_slip_anonymous({}, { locale })
	}));
}

/** The words of a provider's poster. */
export function toPosterWords(provider: string, until: LocalDate): PosterWords[] {
	return clientLanguages.map((locale) => ({
		language: locale,
		title: sent.surveys_poster_title({}, { locale }),
		lead: sent.surveys_poster_lead({ provider }, { locale }),
		anonymous: sent.surveys_poster_anonymous({}, { locale }),
		until: sent.surveys_poster_until({ date: clientDate(until, locale) }, { locale })
	}));
}

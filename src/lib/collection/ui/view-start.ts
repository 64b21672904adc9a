import * as m from '#lib/shared/client-words.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import type { Answers, LanguageTag } from '#lib/instruments/questionnaire.ts';
import { textIn, wordsIn, type LocalWords } from '#lib/questionnaire/local-text.ts';
import { measureProgress } from '#lib/questionnaire/progress.ts';
import { listVisiblePages } from '#lib/questionnaire/visible-pages.ts';
import { listVisibleQuestions } from '#lib/questionnaire/visible-questions.ts';
import { clientDate } from '#lib/shared/client-date.ts';
import type { ClientLanguage } from '#lib/shared/client-language.ts';
import { easyReadOf, plainLanguage } from '#lib/shared/easy-read.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';

/** What a respondent needs to know before the first question. */
export interface StartView {
	readonly title: string;
	/** The questionnaire's own introduction. */
	readonly introduction: string | null;
	/** The language of title and introduction. */
	readonly language: LanguageTag;
	readonly minutes: number | null;
	readonly questionCount: number;
	readonly isCountCertain: boolean;
	/** The easy-to-read track of the interface's language; null where there is none. */
	readonly easyRead: EasyReadView | null;
	/** Set when the questions do not exist in the interface's language: those they exist in, named. */
	readonly onlyIn: string | null;
	readonly hasStarted: boolean;
	readonly firstPage: string;
	/** The last day the link works, written out; null where there is no link. */
	readonly lastDay: string | null;
	/** The forms, in order, where several are answered in one sitting; empty for one alone. */
	readonly forms: readonly LocalWords[];
	/** Of each form. */
	readonly about: readonly AboutForm[];
}

export interface AboutForm {
	readonly title: LocalWords;
	readonly purpose: LocalWords | null;
	readonly notices: readonly LocalWords[];
}

export interface EasyReadView {
	readonly tag: LanguageTag;
	/** Whether it is the one that is read now. */
	readonly isChosen: boolean;
	/** Whether readers have tried it. */
	readonly isReviewed: boolean;
}

interface Opened {
	/** What has been answered so far. */
	readonly kept: Answers;
	/** The last day it can be answered; null where it is answered here and now. */
	readonly lastDay: LocalDate | null;
	readonly instrument: Instrument;
	readonly language: LanguageTag;
	readonly locale: ClientLanguage;
}

/** The start page of a link. Texts about the form are in the interface's language where they exist in it. */
export function viewStart({ kept, lastDay, instrument, language, locale }: Opened): StartView {
	const { questionnaire } = instrument;
	const { defaultLanguage, languages } = questionnaire;
	const pages = listVisiblePages(questionnaire, {});
	const firstPage = pages[0]?.name ?? '';
	const forms = questionnaire.forms ?? [];
	const about = viewAbout(instrument, language, locale);
	const isSitting = forms.length > 0;
	return {
		title: isSitting
			? m.respondent_sitting_title()
			: (textIn(language, questionnaire.title, defaultLanguage) ?? about[0]?.title.text ?? instrument.id),
		// Each form of a sitting says its own when it begins.
		introduction: textIn(language, questionnaire.description, defaultLanguage),
		language: isSitting ? locale : language,
		forms: forms.map(
			({ heading, defaultLanguage: own }) => wordsIn(language, heading, own) ?? { text: '', language }
		),
		minutes: instrument.minutes,
		questionCount: pages.flatMap((page) => listVisibleQuestions(page, {})).length,
		isCountCertain: measureProgress(questionnaire, {}, firstPage).isTotalCertain,
		onlyIn: plainLanguage(language) === locale ? null : nameLanguages(languages, locale),
		easyRead: viewEasyRead(instrument, language, locale),
		hasStarted: Object.keys(kept).length > 0,
		firstPage,
		lastDay: lastDay && clientDate(lastDay, locale),
		about
	};
}

function viewAbout(
	{ id, title, purpose, rights, questionnaire }: Instrument,
	language: LanguageTag,
	locale: ClientLanguage
): AboutForm[] {
	const { defaultLanguage, forms } = questionnaire;
	const own = { about: { title, purpose, notices: rights.notices }, defaultLanguage };
	return (forms ?? [own]).map(({ about, defaultLanguage: fallback }) => ({
		title: wordsIn(locale, about.title, fallback) ?? { text: id, language },
		purpose: wordsIn(locale, about.purpose, fallback),
		notices: about.notices.flatMap((notice) => wordsIn(locale, notice, fallback) ?? [])
	}));
}

function viewEasyRead(
	{ easyRead, questionnaire }: Instrument,
	language: LanguageTag,
	locale: ClientLanguage
): EasyReadView | null {
	const tag = easyReadOf(locale);
	if (!easyRead || !questionnaire.languages.includes(tag)) return null;
	return { tag, isChosen: language === tag, isReviewed: easyRead.review !== null };
}

function nameLanguages(languages: readonly LanguageTag[], locale: string): string {
	const names = new Intl.DisplayNames([locale], { type: 'language' });
	const plain = [...new Set(languages.map(plainLanguage))];
	return new Intl.ListFormat(locale).format(plain.map((tag) => names.of(tag) ?? tag));
}

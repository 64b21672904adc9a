/** The words for what there is general information about, and in which languages. */
import { m } from '#lib/paraglide/messages.js';
import type { GeneralSubject } from '#lib/surveys/information-subject.ts';
import { requiredLanguage } from '#lib/surveys/information.ts';
import { languageName } from '../../language-name.ts';

const titles: Record<GeneralSubject, () => string> = {
	cases: m.information_cases_title,
	surveys: m.information_surveys_title
};

const leads: Record<GeneralSubject, () => string> = {
	cases: m.information_cases_lead,
	surveys: m.information_surveys_lead
};

export const subjectTitle = (subject: GeneralSubject): string => titles[subject]();
export const subjectLead = (subject: GeneralSubject): string => leads[subject]();

/** "svenska och engelska", as a list in the reader's language. */
export function listLanguageNames(tags: readonly string[], locale: string): string {
	return new Intl.ListFormat(locale).format(
		sortLanguages(tags, locale).map((tag) => nameInText(tag, locale))
	);
}

/** The language's name as it is written inside a sentence: "svenska". */
export function nameInText(tag: string, locale: string): string {
	return new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
}

/** Swedish first, which every text is in, and the others by name. */
export function sortLanguages(tags: readonly string[], locale: string): string[] {
	const others = tags.filter((tag) => tag !== requiredLanguage);
	const sorted = others.sort((one, other) =>
		languageName(one, locale).localeCompare(languageName(other, locale), locale)
	);
	return tags.includes(requiredLanguage) ? [requiredLanguage, ...sorted] : sorted;
}

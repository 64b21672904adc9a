import type { LanguageTag, Questionnaire } from '#lib/instruments/questionnaire.ts';

/** The questionnaire's language nearest to what is wanted: the asked-for one, the interface's, or its own first. */
export function pickLanguage(
	{ languages, defaultLanguage }: Pick<Questionnaire, 'languages' | 'defaultLanguage'>,
	wanted: readonly (LanguageTag | null)[]
): LanguageTag {
	return wanted.find((language) => language !== null && languages.includes(language)) ?? defaultLanguage;
}

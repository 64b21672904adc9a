import type { LanguageTag, LocalText } from './questionnaire.ts';

/** The text in the language, or else in Swedish, or else in the first language it has; null when there is none. */
export function textIn(text: LocalText | null, language: LanguageTag): string | null {
	if (text === null) return null;
	return text[language] ?? text.sv ?? Object.values(text)[0] ?? null;
}

import type { LanguageTag, LocalText } from '../instruments/questionnaire.ts';

/**
 * The text in the wanted language; otherwise in its base language (`en` for `en-GB`), in the fallback language,
 * or in any language it has. Null only when there is no text at all.
 */
export function textIn(language: LanguageTag, text: LocalText | null, fallback: LanguageTag): string | null {
	if (!text) return null;
	const base = language.split('-', 1)[0] ?? language;
	return text[language] ?? text[base] ?? text[fallback] ?? Object.values(text)[0] ?? null;
}

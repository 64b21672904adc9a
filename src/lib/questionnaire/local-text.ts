import type { LanguageTag, LocalText } from '../instruments/questionnaire.ts';

/**
 * The text in the wanted language; otherwise in its base language (`en` for `en-GB`), in the fallback language,
 * or in any language it has. Null only when there is no text at all.
 */
export function textIn(language: LanguageTag, text: LocalText | null, fallback: LanguageTag): string | null {
	if (!text) return null;
	return wordsIn(language, text, fallback)?.text ?? null;
}

/** A text and the language it is in. */
export interface LocalWords {
	readonly text: string;
	readonly language: LanguageTag;
}

/** The same, and which language it came to be, for the page to say so (WCAG 3.1.2). */
export function wordsIn(
	language: LanguageTag,
	text: LocalText | null,
	fallback: LanguageTag
): LocalWords | null {
	if (!text) return null;
	const base = language.split('-', 1)[0] ?? language;
	const found = [language, base, fallback, ...Object.keys(text)].find((tag) => text[tag] !== undefined);
	return found === undefined ? null : { text: text[found] ?? '', language: found };
}

/** The languages a tablet can be read in: those of its surveys, and the program's own. */
import { locales } from '#lib/paraglide/runtime.js';
import type { LanguageChoice } from '#lib/collection/ui/language-choice.ts';
import type { LanguageTag } from '#lib/instruments/questionnaire.ts';
import type { ManifestSurvey } from '../kiosk-manifest.ts';

/** Swedish first, then as they come. */
export function listLanguages(surveys: readonly ManifestSurvey[]): readonly LanguageTag[] {
	return [
		...new Set([...locales, ...surveys.flatMap(({ instrument }) => instrument.questionnaire.languages)])
	];
}

/** Each language named in itself, with a capital: `Svenska`, `English`. */
export function languageNames(tags: readonly LanguageTag[]): Omit<LanguageChoice, 'isCurrent'>[] {
	return tags.map((tag) => {
		const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
		return { tag, name: name.charAt(0).toLocaleUpperCase(tag) + name.slice(1) };
	});
}

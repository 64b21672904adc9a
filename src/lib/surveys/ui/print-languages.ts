/** Which of the languages that something can be printed in it is printed in. */
import type { ClientLanguage } from '#lib/shared/client-language.ts';
import type { PrintLanguage } from './survey-view.ts';

/** Those of the survey itself; Swedish where the survey is in none that the program has words in. */
export function firstPicked(languages: readonly PrintLanguage[]): readonly ClientLanguage[] {
	const own = languages.filter(({ isOfSurvey }) => isOfSurvey).map(({ tag }) => tag);
	return own.length > 0 ? own : ['sv'];
}

/** The words in the languages that are picked; in Swedish when none is. */
export function wordsIn<W extends { readonly language: ClientLanguage }>(
	words: readonly W[],
	picked: readonly ClientLanguage[]
): readonly W[] {
	const wanted = picked.length > 0 ? picked : ['sv'];
	return words.filter(({ language }) => wanted.includes(language));
}

import type { CaseResponse } from '#lib/collection/administration.ts';
import { m } from '#lib/paraglide/messages.js';
import { languageName } from './language-name.ts';

/** The language of a response, and how many of its answers were given in another one or in easy words. */
export function answerLanguageWords(
	{ language, answerLanguages }: Pick<CaseResponse, 'language' | 'answerLanguages'>,
	locale: string
): string {
	const others = Map.groupBy(Object.values(answerLanguages), (tag) => tag);
	const parts = [...others].map(([tag, answers]) =>
		m.easy_read_answers_in({ language: languageName(tag, locale), count: answers.length })
	);
	return [languageName(language, locale), ...parts].join(' · ');
}

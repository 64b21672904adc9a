import type { Answers, LanguageTag } from '#lib/instruments/questionnaire.ts';

/** Which language, or text track, each question was answered in. By question name. */
export type AnswerLanguages = Readonly<Record<string, LanguageTag>>;

/** What a page adds to it: the questions answered there are answered in its language, and those it emptied in none. */
export function mergeLanguages(
	kept: AnswerLanguages,
	{ replaces, answers, language }: SavedPage
): AnswerLanguages {
	const gone = new Set(replaces);
	const rest = Object.entries(kept).filter(([name]) => !gone.has(name));
	const answered = Object.keys(answers).map((name) => [name, language]);
	return Object.fromEntries([...rest, ...answered]) as AnswerLanguages;
}

interface SavedPage {
	readonly replaces: readonly string[];
	readonly answers: Answers;
	readonly language: LanguageTag;
}

/** Those that were answered in another language than the one the answers were sent in. */
export function listOtherLanguages(
	languages: AnswerLanguages,
	answers: Answers,
	sentIn: LanguageTag
): AnswerLanguages {
	return Object.fromEntries(
		Object.entries(languages).filter(([name, language]) => name in answers && language !== sentIn)
	);
}

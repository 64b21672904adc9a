import { listQuestions } from '#lib/instruments/list-questions.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import type { LanguageTag } from '#lib/instruments/questionnaire.ts';
import { textIn } from '#lib/instruments/text-in.ts';

export interface QuestionWords {
	/** The options' own words, by question and code. */
	readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
	readonly titles: Readonly<Record<string, string>>;
}

/** What the instruments' questions and their codes are called. */
export function listQuestionWords(instruments: readonly Instrument[], language: LanguageTag): QuestionWords {
	const questions = instruments.flatMap(({ questionnaire }) => listQuestions(questionnaire));
	return {
		titles: Object.fromEntries(questions.map(({ name, title }) => [name, textIn(title, language) ?? name])),
		labels: Object.fromEntries(
			questions.flatMap((question) =>
				'options' in question
					? [
							[
								question.name,
								Object.fromEntries(
									question.options.map(({ code, label }) => [
										String(code),
										textIn(label, language) ?? String(code)
									])
								)
							]
						]
					: []
			)
		)
	};
}

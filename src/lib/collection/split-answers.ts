import { listCountableQuestions } from '#lib/instruments/list-countable-questions.ts';
import type { Answers, Questionnaire } from '#lib/instruments/questionnaire.ts';

export interface SplitAnswers {
	/** Answers by code, that can be counted. */
	readonly counted: Answers;
	/** What was written in words, comments included; null when nothing was. */
	readonly written: Answers | null;
}

/** Keeps written text apart from the answers that are counted: it may tell who wrote it. */
export function splitAnswers(questionnaire: Questionnaire, answers: Answers): SplitAnswers {
	const countable = new Set(listCountableQuestions(questionnaire));
	const entries = Object.entries(answers);
	const written = entries.filter(([name]) => !countable.has(name));
	return {
		counted: Object.fromEntries(entries.filter(([name]) => countable.has(name))),
		written: written.length > 0 ? Object.fromEntries(written) : null
	};
}

import type { Answers, Question, Questionnaire } from '../instruments/questionnaire.ts';
import { isAnswered } from './is-answered.ts';
import { listVisiblePages } from './visible-pages.ts';
import { listVisibleQuestions } from './visible-questions.ts';

/** One question that could still be answered, and the page it is on. */
export interface UnansweredQuestion {
	readonly pageName: string;
	readonly question: Question;
}

/** What is left: visible questions that may be answered and are not, in order. */
export function listUnanswered(questionnaire: Questionnaire, answers: Answers): UnansweredQuestion[] {
	return listVisiblePages(questionnaire, answers).flatMap((page) =>
		listVisibleQuestions(page, answers)
			.filter(({ question, isEnabled }) => isEnabled && !isAnswered(answers[question.name]))
			.map(({ question }) => ({ pageName: page.name, question }))
	);
}

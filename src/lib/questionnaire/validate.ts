import type { Answers, Questionnaire } from '../instruments/questionnaire.ts';
import type { AnswerProblem } from './answer-problem.ts';
import { checkPage } from './check-page.ts';
import { findPage } from './visible-pages.ts';

/**
 * What is wrong on one page, question by question. Hidden and disabled questions are not asked about.
 * A page that is hidden or unknown has no problems.
 */
export function validatePage(
	questionnaire: Questionnaire,
	answers: Answers,
	pageName: string
): readonly AnswerProblem[] {
	const page = findPage(questionnaire, pageName);
	return page ? checkPage(page, answers).problems : [];
}

/** What is wrong in the whole questionnaire, pages in order. */
export function validateAll(questionnaire: Questionnaire, answers: Answers): AnswerProblem[] {
	return questionnaire.pages.flatMap((page) => checkPage(page, answers).problems);
}

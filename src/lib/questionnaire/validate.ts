import type { Answers, Page, Panel, Questionnaire } from '../instruments/questionnaire.ts';
import type { AnswerProblem } from './answer-problem.ts';
import { isDemanded, isEnabled, isVisible } from './conditions.ts';
import { isAnswered } from './is-answered.ts';
import { validateQuestion } from './validate-question.ts';
import { findPage, listVisiblePages } from './visible-pages.ts';
import { listVisibleQuestions } from './visible-questions.ts';

/**
 * What is wrong on one page, question by question. Hidden and disabled questions are not asked about.
 * An unknown page has no problems.
 */
export function validatePage(
	questionnaire: Questionnaire,
	answers: Answers,
	pageName: string
): AnswerProblem[] {
	const page = findPage(questionnaire, pageName);
	return page && isVisible(page, answers) ? validateContainer(page, answers, true) : [];
}

/** What is wrong in the whole questionnaire, pages in order. */
export function validateAll(questionnaire: Questionnaire, answers: Answers): AnswerProblem[] {
	return listVisiblePages(questionnaire, answers).flatMap((page) => validateContainer(page, answers, true));
}

function validateContainer(
	container: Page | Panel,
	answers: Answers,
	isContainerEnabled: boolean
): AnswerProblem[] {
	const isOpen = isContainerEnabled && isEnabled(container, answers);
	if (!isOpen) return [];
	const problems = container.elements.flatMap((element) => {
		if (!isVisible(element, answers)) return [];
		if (element.kind === 'panel') return validateContainer(element, answers, isOpen);
		return isEnabled(element, answers) ? validateQuestion(element, answers) : [];
	});
	return [...problems, ...validateDemand(container, answers)];
}

/** A required page or panel wants one answer from any of its visible questions. */
function validateDemand(container: Page | Panel, answers: Answers): AnswerProblem[] {
	if (!isDemanded(container, answers)) return [];
	const names = listVisibleQuestions(container, answers).map(({ question }) => question.name);
	const [first] = names;
	if (first === undefined || names.some((name) => isAnswered(answers[name]))) return [];
	return [{ question: first, code: 'one-required', params: {}, text: container.requiredText }];
}

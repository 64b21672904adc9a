import type { Answers, Page, Panel } from '../instruments/questionnaire.ts';
import type { AnswerProblem } from './answer-problem.ts';
import { holds, isDemanded, isEnabled } from './conditions.ts';
import { isAnswered } from './is-answered.ts';
import { validateQuestion } from './validate-question.ts';
import type { VisibleQuestion } from './visible-questions.ts';

/** What a page has on it and what is wrong with it, found in one walk. */
export interface PageCheck {
	/** Empty when the page is not there. */
	readonly questions: readonly VisibleQuestion[];
	readonly problems: readonly AnswerProblem[];
}

const nothing: PageCheck = { questions: [], problems: [] };

/** The visible questions of a page, panels opened, and what is wrong with the answers to the enabled ones. */
export function checkPage(page: Page, answers: Answers): PageCheck {
	return checkContainer(page, answers, true);
}

function checkContainer(container: Page | Panel, answers: Answers, isContainerOpen: boolean): PageCheck {
	if (!holds(container.visibleIf, answers)) return nothing;
	const isOpen = isContainerOpen && isEnabled(container, answers);
	const questions: VisibleQuestion[] = [];
	const problems: AnswerProblem[] = [];
	for (const element of container.elements) {
		if (element.kind === 'panel') {
			const inner = checkContainer(element, answers, isOpen);
			questions.push(...inner.questions);
			problems.push(...inner.problems);
		} else if (holds(element.visibleIf, answers)) {
			const isQuestionOpen = isOpen && isEnabled(element, answers);
			questions.push({ question: element, isEnabled: isQuestionOpen });
			if (isQuestionOpen) validateQuestion(element, answers, problems);
		}
	}
	if (isOpen) validateDemand(container, questions, answers, problems);
	return { questions, problems };
}

/** A required page or panel wants one answer from any of its visible questions. */
function validateDemand(
	container: Page | Panel,
	questions: readonly VisibleQuestion[],
	answers: Answers,
	problems: AnswerProblem[]
): void {
	const [first] = questions;
	if (!first || !isDemanded(container, answers)) return;
	if (questions.some(({ question }) => isAnswered(answers[question.name]))) return;
	problems.push({
		question: first.question.name,
		code: 'one-required',
		params: {},
		text: container.requiredText
	});
}

import type { Answers, Page, Panel, Question } from '../instruments/questionnaire.ts';
import { isEnabled, isVisible } from './conditions.ts';

export interface VisibleQuestion {
	readonly question: Question;
	/** False when the question or something round it may be read but not answered. */
	readonly isEnabled: boolean;
}

/** The questions that are shown in a page or a panel, panels opened, in order. Does not ask if the container is. */
export function listVisibleQuestions(
	container: Page | Panel,
	answers: Answers,
	isContainerEnabled = true
): VisibleQuestion[] {
	const isOpen = isContainerEnabled && isEnabled(container, answers);
	const questions: VisibleQuestion[] = [];
	for (const element of container.elements) {
		if (!isVisible(element, answers)) continue;
		if (element.kind === 'panel') questions.push(...listVisibleQuestions(element, answers, isOpen));
		else questions.push({ question: element, isEnabled: isOpen && isEnabled(element, answers) });
	}
	return questions;
}

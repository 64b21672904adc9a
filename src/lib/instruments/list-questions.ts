import type { Element, Question, Questionnaire } from './questionnaire.ts';

/** All questions of a questionnaire in the order they are asked, panels opened. */
export function listQuestions(questionnaire: Questionnaire): Question[] {
	return questionnaire.pages.flatMap((page) => page.elements.flatMap(toQuestions));
}

function toQuestions(element: Element): Question[] {
	return element.kind === 'panel' ? element.elements.flatMap(toQuestions) : [element];
}

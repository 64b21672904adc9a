import type { Answers, Page, Questionnaire } from '../instruments/questionnaire.ts';
import { isVisible } from './conditions.ts';

/** The pages there are with these answers, in order: those whose condition holds and that have a visible question. */
export function listVisiblePages(questionnaire: Questionnaire, answers: Answers): Page[] {
	return questionnaire.pages.filter((page) => isVisible(page, answers));
}

/** The page with the name, visible or not. */
export function findPage(questionnaire: Questionnaire, pageName: string): Page | undefined {
	return questionnaire.pages.find((page) => page.name === pageName);
}

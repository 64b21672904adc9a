import type { Answers, Page, Questionnaire } from '../instruments/questionnaire.ts';
import { isVisible } from './conditions.ts';

/** The first visible page after the named one; null at the end. An unknown name gives the first visible page. */
export function findNextPage(questionnaire: Questionnaire, answers: Answers, pageName: string): Page | null {
	const { pages } = questionnaire;
	const place = pages.findIndex((page) => page.name === pageName);
	return pages.slice(place + 1).find((page) => isVisible(page, answers)) ?? null;
}

/** The last visible page before the named one; null at the start and for an unknown name. */
export function findPreviousPage(
	questionnaire: Questionnaire,
	answers: Answers,
	pageName: string
): Page | null {
	const { pages } = questionnaire;
	const place = pages.findIndex((page) => page.name === pageName);
	return pages.slice(0, Math.max(place, 0)).findLast((page) => isVisible(page, answers)) ?? null;
}

import type { Answers, Questionnaire } from '#lib/instruments/questionnaire.ts';
import { toCommentName } from '#lib/questionnaire/input-name.ts';
import { listVisibleQuestions } from '#lib/questionnaire/visible-questions.ts';

/**
 * The names whose earlier answers go away when a page is saved, free texts included: those of the questions that the
 * page showed with the answers kept so far. None for an unknown page or no page.
 */
export function listReplacedNames(
	questionnaire: Questionnaire,
	kept: Answers,
	pageName: string | null
): string[] {
	const page = questionnaire.pages.find(({ name }) => name === pageName);
	if (!page) return [];
	return listVisibleQuestions(page, kept)
		.filter(({ isEnabled }) => isEnabled)
		.flatMap(({ question }) => [question.name, toCommentName(question.name)]);
}

import type { AnswerValue, Answers, Page } from '../instruments/questionnaire.ts';
import { toCommentName } from './input-name.ts';
import { listQuestionsOn } from './read-form.ts';
import { listVisibleQuestions } from './visible-questions.ts';

/**
 * The stored answers with those of one page as its form sent them. A question that the form showed (visible and
 * enabled with the stored answers) and that came back empty is no longer answered; one that it did not show keeps
 * what was stored until the answers are sent, as in SurveyJS.
 */
export function mergePageAnswers(stored: Answers, page: Page, sent: Answers): Answers {
	const merged: Record<string, AnswerValue> = { ...stored };
	const shown = new Set(
		listVisibleQuestions(page, stored).flatMap(({ question, isEnabled }) =>
			isEnabled ? [question.name] : []
		)
	);
	for (const { name } of listQuestionsOn(page)) {
		for (const key of [name, toCommentName(name)]) {
			const value = sent[key];
			if (value !== undefined) merged[key] = value;
			else if (shown.has(name)) delete merged[key];
		}
	}
	return merged;
}

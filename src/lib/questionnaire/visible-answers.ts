import type { AnswerValue, Answers, Question, Questionnaire } from '../instruments/questionnaire.ts';
import { hasCode } from './answer-codes.ts';
import { findOtherOption } from './comment-field.ts';
import { toCommentName } from './input-name.ts';
import { isAnswered } from './is-answered.ts';
import { listVisiblePages } from './visible-pages.ts';
import { listVisibleQuestions } from './visible-questions.ts';

/**
 * What to store when the answers are sent: answers to questions that are hidden are left out, and so are blank ones
 * and the text of an "other" that is not chosen (SurveyJS `clearInvisibleValues: "onComplete"`). Decided once, on
 * what the respondent saw: an answer that was visible stays although what it depended on is left out. Check with
 * `validateAll` before this, not after.
 */
export function keepVisibleAnswers(questionnaire: Questionnaire, answers: Answers): Answers {
	const kept: Record<string, AnswerValue> = {};
	const keep = (name: string) => {
		const value = answers[name];
		if (value !== undefined && isAnswered(value)) kept[name] = value;
	};
	for (const page of listVisiblePages(questionnaire, answers)) {
		for (const { question } of listVisibleQuestions(page, answers)) {
			keep(question.name);
			if (isCommentOpen(question, answers[question.name])) keep(toCommentName(question.name));
		}
	}
	return kept;
}

/** Whether the free text beside the answer counts: always for a comment field, for "other" only when it is chosen. */
export function isCommentOpen(question: Question, value: AnswerValue | undefined): boolean {
	if (question.comment) return true;
	const other = findOtherOption(question);
	return other !== undefined && hasCode(value, other.code);
}

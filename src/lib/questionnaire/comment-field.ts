import type { Option, Question } from '../instruments/questionnaire.ts';

/** The option that opens a text of its own, if the question has one. */
export function findOtherOption(question: Question): Option | undefined {
	return question.kind === 'radiogroup' || question.kind === 'dropdown' || question.kind === 'checkbox'
		? question.options.find((option) => option.role === 'other')
		: undefined;
}

/** Whether the question has a free text beside the answer, always there or opened by "other". */
export function hasCommentField(question: Question): boolean {
	return question.comment !== null || findOtherOption(question) !== undefined;
}

import type { Question } from '../instruments/questionnaire.ts';

/** The longest text that is stored where the definition sets no limit, in UTF-16 units as `maxlength` counts. */
const longestLine = 1_000;
const longestText = 20_000;

/** The longest answer a question takes. */
export function maxLengthOf(question: Extract<Question, { kind: 'text' | 'comment' }>): number {
	return question.maxLength ?? (question.kind === 'comment' ? longestText : longestLine);
}

/** The longest free text beside an answer. */
export const maxCommentLength = longestText;

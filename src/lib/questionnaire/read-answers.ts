import { listQuestions } from '../instruments/list-questions.ts';
import type { Answers, Question, Questionnaire } from '../instruments/questionnaire.ts';
import type { Result } from '../shared/result.ts';
import { ok, refuse } from '../shared/result.ts';
import { collectAnswers } from './collect-answers.ts';
import { hasCommentField } from './comment-field.ts';
import { toCommentName } from './input-name.ts';
import type { ReadValue } from './read-value.ts';
import { readText, readValue } from './read-value.ts';
import type { RefusedAnswer } from './refused-answer.ts';
import { maxCommentLength } from './text-limits.ts';

/**
 * Answers from outside (JSON from a browser or an integration) as answers that can be stored. Empty values are no
 * answers and are left out. Refuses all of it, with a reason for each part, when a name, a value or the structure
 * is not the questionnaire's. Does not ask whether the answers are complete: see `validateAll`.
 */
export function readAnswers(
	questionnaire: Questionnaire,
	input: unknown
): Result<Answers, readonly RefusedAnswer[]> {
	if (typeof input !== 'object' || input === null || Array.isArray(input)) {
		return refuse([{ question: '', reason: 'not-answers' }]);
	}
	const readers = listReaders(listQuestions(questionnaire));
	return collectAnswers(Object.entries(input).map(([name, value]) => [name, readers.get(name)?.(value)]));
}

type Reader = (value: unknown) => ReadValue;

/** How to read each key that answers to these questions may have. */
function listReaders(questions: readonly Question[]): ReadonlyMap<string, Reader> {
	const readers = new Map<string, Reader>();
	for (const question of questions) {
		readers.set(question.name, (value) => readValue(question, value));
		if (hasCommentField(question)) {
			readers.set(toCommentName(question.name), (value) =>
				value === null || value === undefined ? ok(undefined) : readText(value, maxCommentLength)
			);
		}
	}
	return readers;
}

import type { AnswerValue, Answers } from '../instruments/questionnaire.ts';
import type { Result } from '../shared/result.ts';
import { ok, refuse } from '../shared/result.ts';
import type { ReadValue } from './read-value.ts';
import type { RefusedAnswer } from './refused-answer.ts';

/** Puts read values together: all of them, or every refusal. A name without a value is one nobody knows. */
export function collectAnswers(
	values: Iterable<readonly [name: string, value: ReadValue | undefined]>
): Result<Answers, readonly RefusedAnswer[]> {
	const answers: Record<string, AnswerValue> = {};
	const refused: RefusedAnswer[] = [];
	for (const [name, value] of values) {
		if (!value) refused.push({ question: name, reason: 'unknown-question' });
		else if (!value.ok) refused.push({ question: name, ...value.problem });
		else if (value.value !== undefined) answers[name] = value.value;
	}
	return refused.length > 0 ? refuse(refused) : ok(answers);
}

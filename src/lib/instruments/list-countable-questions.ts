import { listQuestions } from './list-questions.ts';
import type { Questionnaire } from './questionnaire.ts';

/** Names of the questions whose answers can be counted by code. Written text never is: it may tell who wrote it. */
export function listCountableQuestions(questionnaire: Questionnaire): string[] {
	return listQuestions(questionnaire)
		.filter(({ kind }) => kind !== 'text' && kind !== 'comment')
		.map(({ name }) => name);
}

import type { Answers, Questionnaire } from '../instruments/questionnaire.ts';
import { validateAll } from './validate.ts';

/** Whether the answers may be sent: nothing that is asked for is missing or wrong. Skipped voluntary questions are fine. */
export function isComplete(questionnaire: Questionnaire, answers: Answers): boolean {
	return validateAll(questionnaire, answers).length === 0;
}

/**
 * More than any questionnaire here can hold: some hundred questions and a few thousand words. Beyond it a sender is not
 * answering questions.
 */
export const maxAnswersLength = 100_000;

/** Whether the answers are too large to be taken in, measured as characters of JSON. */
export function areTooLarge(answers: unknown): boolean {
	return JSON.stringify(answers).length > maxAnswersLength;
}

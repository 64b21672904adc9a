/** What becomes of answers that are sent in: what is stored and what it scores, or why it is refused. */
import type { Instrument } from '#lib/instruments/instrument.ts';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import { readAnswers } from '#lib/questionnaire/read-answers.ts';
import { validateAll } from '#lib/questionnaire/validate.ts';
import { keepVisibleAnswers } from '#lib/questionnaire/visible-answers.ts';
import type { InstrumentScores, PersonFacts } from '#lib/scoring/score.ts';
import { scoreInstrument } from '#lib/scoring/score-instrument.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';

export interface DecidedSubmission {
	readonly answers: Answers;
	readonly scored: InstrumentScores;
}

/** The answers do not fit the questions, or something that is asked for is missing or wrong. */
export type SubmissionRefusal = 'answers-refused';

/**
 * Answers given on a screen: only those to visible questions are stored, and everything that is asked for must be there
 * and right. Refuses names, values and structure that the questionnaire does not have.
 */
export function decideSubmission(
	instrument: Instrument,
	given: unknown,
	person: PersonFacts
): Result<DecidedSubmission, SubmissionRefusal> {
	const { questionnaire } = instrument;
	const read = readAnswers(questionnaire, given);
	if (!read.ok) return refuse('answers-refused');
	// Checked as the respondent saw it: leaving out hidden answers can bring up questions that were never shown.
	if (validateAll(questionnaire, read.value).length > 0) return refuse('answers-refused');
	const answers = keepVisibleAnswers(questionnaire, read.value);
	return ok({ answers, scored: scoreInstrument(instrument, answers, person) });
}

/**
 * Answers written on paper: stored as they stand, gaps and all, since what is on the paper is what was answered.
 * Refuses names, values and structure that the questionnaire does not have.
 */
export function decidePaperEntry(
	instrument: Instrument,
	given: unknown,
	person: PersonFacts
): Result<DecidedSubmission, SubmissionRefusal> {
	const read = readAnswers(instrument.questionnaire, given);
	if (!read.ok) return refuse('answers-refused');
	return ok({ answers: read.value, scored: scoreInstrument(instrument, read.value, person) });
}

/** What becomes of a correction: what is stored instead and what it scores, or why it is refused. */
import type { AdministrationMode, Instrument } from '#lib/instruments/instrument.ts';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import type { AnswerProblemCode } from '#lib/questionnaire/answer-problem.ts';
import { readAnswers } from '#lib/questionnaire/read-answers.ts';
import { validateAll } from '#lib/questionnaire/validate.ts';
import { keepVisibleAnswers } from '#lib/questionnaire/visible-answers.ts';
import type { PersonFacts } from '#lib/scoring/score.ts';
import { scoreInstrument } from '#lib/scoring/score-instrument.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';
import type { DecidedSubmission } from './decide-submission.ts';

/** Nothing differs from what is stored, or the answers do not fit the questions. */
export type CorrectionRefusal = 'correction-empty' | 'answers-refused';

/** Something is missing, as it may well be after a correction: then there is a reason instead of a score. */
const gaps: ReadonlySet<AnswerProblemCode> = new Set(['required', 'one-required', 'other-required']);

/**
 * All answers as they should have been. What was written on paper is kept as it stands; on a screen only what is asked
 * for with these answers, and each of those must be right. Gaps are allowed: nobody can be made to answer afterwards.
 */
export function decideCorrection(
	instrument: Instrument,
	{
		before,
		given,
		mode
	}: { readonly before: Answers; readonly given: unknown; readonly mode: AdministrationMode },
	person: PersonFacts
): Result<DecidedSubmission, CorrectionRefusal> {
	const { questionnaire } = instrument;
	const read = readAnswers(questionnaire, given);
	if (!read.ok) return refuse('answers-refused');
	const isFree = mode === 'paper';
	if (!isFree && validateAll(questionnaire, read.value).some(({ code }) => !gaps.has(code))) {
		return refuse('answers-refused');
	}
	const answers = isFree ? read.value : keepVisibleAnswers(questionnaire, read.value);
	if (toComparable(answers) === toComparable(before)) return refuse('correction-empty');
	return ok({ answers, scored: scoreInstrument(instrument, answers, person) });
}

/** The same text for the same answers, in whatever order they were written down. */
function toComparable(answers: Answers): string {
	const inOrder = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(String).toSorted();
		if (typeof value !== 'object' || value === null) return value;
		return Object.entries(value)
			.map(([name, part]) => [name, inOrder(part)] as const)
			.toSorted(([one], [other]) => one.localeCompare(other));
	};
	return JSON.stringify(inOrder(answers));
}

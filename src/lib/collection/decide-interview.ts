/** What becomes of an interview: what may be kept while it goes on, and what is stored when it is sent. */
import type { Instrument } from '#lib/instruments/instrument.ts';
import { listQuestions } from '#lib/instruments/list-questions.ts';
import type { LanguageTag, Questionnaire } from '#lib/instruments/questionnaire.ts';
import { readAnswers } from '#lib/questionnaire/read-answers.ts';
import { validateAll } from '#lib/questionnaire/validate.ts';
import { keepVisibleAnswers } from '#lib/questionnaire/visible-answers.ts';
import type { PersonFacts } from '#lib/scoring/score.ts';
import { scoreInstrument } from '#lib/scoring/score-instrument.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';
import type { DecidedSubmission, SubmissionRefusal } from './decide-submission.ts';
import { maxNoteLength, type InterviewDraft } from './interview.ts';
import { isStepAnswered, listSteps, reviewPlace } from './interview-steps.ts';
import { unansweredMarks, type UnansweredMark, type UnansweredMarks } from './unanswered.ts';

/**
 * A draft from outside as one that can be kept, on top of the one that is. Refuses names, values and structure that the
 * questionnaire does not have. A page from before the language could be changed says nothing of it: then it is as it was.
 */
export function readInterviewDraft(
	questionnaire: Questionnaire,
	input: unknown,
	kept: Pick<InterviewDraft, 'language' | 'layers'>
): Result<InterviewDraft, SubmissionRefusal> {
	if (typeof input !== 'object' || input === null) return refuse('answers-refused');
	const given = input as Record<string, unknown>;
	const { answers, marks, notes, place, language = kept.language, layers = kept.layers } = given;
	const read = readAnswers(questionnaire, answers);
	const names = listStepNames(questionnaire);
	const isMark = (mark: unknown): mark is UnansweredMark => unansweredMarks.some((known) => known === mark);
	const isNote = (note: unknown): note is string => typeof note === 'string' && note.length <= maxNoteLength;
	const isPlace = typeof place === 'string' && (place === reviewPlace || names.has(place));
	if (!read.ok || !isPlace || !isRecordOf(marks, names, isMark) || !isRecordOf(notes, names, isNote)) {
		return refuse('answers-refused');
	}
	const questions = new Set(listQuestions(questionnaire).map(({ name }) => name));
	const isLanguage = (tag: unknown): tag is LanguageTag =>
		tag === kept.language || questionnaire.languages.some((known) => known === tag);
	if (!isLanguage(language) || !isRecordOf(layers, questions, isLanguage)) return refuse('answers-refused');
	const answered = Object.fromEntries(Object.entries(layers).filter(([name]) => name in read.value));
	return ok({ answers: read.value, marks, notes, place, language, layers: answered });
}

export interface DecidedInterview extends DecidedSubmission {
	/** Why what was asked and not answered has no answer, where somebody has said. */
	readonly unanswered: UnansweredMarks;
}

/**
 * What is stored of an interview: answers to what the form asks with these answers, gaps and all. Refuses an answer that
 * is wrong; one that is not there is none, whatever the form demands of those who fill it in by themselves.
 */
export function decideInterview(
	instrument: Instrument,
	draft: InterviewDraft,
	person: PersonFacts
): Result<DecidedInterview, SubmissionRefusal> {
	const { questionnaire } = instrument;
	const isMissing = new Set(['required', 'one-required', 'other-required']);
	if (validateAll(questionnaire, draft.answers).some(({ code }) => !isMissing.has(code))) {
		return refuse('answers-refused');
	}
	const answers = keepVisibleAnswers(questionnaire, draft.answers);
	const open = listSteps(questionnaire, draft.answers).filter((step) => !isStepAnswered(step, answers));
	const unanswered = Object.fromEntries(
		open.flatMap(({ name }) => {
			const mark = draft.marks[name];
			return mark === undefined ? [] : [[name, mark]];
		})
	);
	return ok({ answers, scored: scoreInstrument(instrument, answers, person), unanswered });
}

function listStepNames(questionnaire: Questionnaire): ReadonlySet<string> {
	return new Set(
		listQuestions(questionnaire).flatMap((question) =>
			question.kind === 'matrix'
				? question.rows.map((row) => `${question.name}.${row.name}`)
				: [question.name]
		)
	);
}

function isRecordOf<T>(
	value: unknown,
	names: ReadonlySet<string>,
	isRight: (value: unknown) => value is T
): value is Readonly<Record<string, T>> {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
	return Object.entries(value).every(([name, entry]) => names.has(name) && isRight(entry));
}

/** What is kept of an interview until it is sent, and what staff can do with it, one question at a time. */
import type {
	AnswerValue,
	Answers,
	Code,
	LanguageTag,
	Questionnaire
} from '#lib/instruments/questionnaire.ts';
import { codesByRow } from '#lib/questionnaire/answer-codes.ts';
import type { AnswerProblem, AnswerProblemCode } from '#lib/questionnaire/answer-problem.ts';
import { toCommentName } from '#lib/questionnaire/input-name.ts';
import type { RefusedAnswer } from '#lib/questionnaire/refused-answer.ts';
import { validatePage } from '#lib/questionnaire/validate.ts';
import { findPage } from '#lib/questionnaire/visible-pages.ts';
import { refuse, ok, type Result } from '#lib/shared/result.ts';
import {
	findStep,
	isStepAnswered,
	listSteps,
	placeAfter,
	reviewPlace,
	type Step
} from './interview-steps.ts';
import { readWritten, type FormFields } from './read-written.ts';
import type { UnansweredMark, UnansweredMarks } from './unanswered.ts';

export interface InterviewDraft {
	readonly answers: Answers;
	/** What has been said instead of an answer, by step. */
	readonly marks: UnansweredMarks;
	/** What staff have noted at a question, by step. */
	readonly notes: Readonly<Record<string, string>>;
	/** The step that is asked now, or `review`. */
	readonly place: string;
	/** The language, or text track, that is read from now. */
	readonly language: LanguageTag;
	/** Which one each question was answered in, by question. */
	readonly layers: Readonly<Record<string, LanguageTag>>;
}

/** More than anybody notes at one question. */
export const maxNoteLength = 2000;

/** What was written at a step: its answers, or what is wrong with it. */
export interface StepRefusal {
	readonly slips: readonly RefusedAnswer[];
	readonly problems: readonly AnswerProblem[];
}

/** Nobody has to answer: an interview may go on without. */
const leftOut: ReadonlySet<AnswerProblemCode> = new Set(['required', 'one-required']);

/**
 * The draft with what the form of a step says. Fields that are not the step's are passed over. Refuses what is no answer
 * to it; an empty form takes the answer away.
 */
export function answerStep(
	questionnaire: Questionnaire,
	draft: InterviewDraft,
	step: Step,
	fields: FormFields
): Result<InterviewDraft, StepRefusal> {
	const { question, row } = step;
	const page = findPage(questionnaire, step.page);
	if (!page)
		return refuse({ slips: [{ question: question.name, reason: 'unknown-question' }], problems: [] });
	const comment = toCommentName(question.name);
	const own = fields.filter(([name]) => name === step.name || (row === null && name === comment));
	const read = readWritten(questionnaire, { ...page, elements: [question] }, own);
	if (!read.ok) return refuse({ slips: read.problem, problems: [] });
	if (read.value.slips.length > 0) return refuse({ slips: read.value.slips, problems: [] });
	const given = read.value.answers;
	const value =
		row === null ? given[question.name] : mergeRow(draft.answers[question.name], row, given[question.name]);
	const answers = withAnswer(
		withAnswer(draft.answers, question.name, value),
		comment,
		row === null ? given[comment] : draft.answers[comment]
	);
	const problems = validatePage(questionnaire, answers, step.page).filter(
		(problem) =>
			problem.question === question.name &&
			(row === null || problem.row === row) &&
			!leftOut.has(problem.code)
	);
	if (problems.length > 0) return refuse({ slips: [], problems });
	const marks = isStepAnswered(step, answers) ? without(draft.marks, step.name) : draft.marks;
	return ok({ ...draft, answers, marks, layers: layersAfter(draft, answers, question.name) });
}

/** The draft where the step has no answer, and why. */
export function markStep(draft: InterviewDraft, step: Step, mark: UnansweredMark): InterviewDraft {
	const { question, row } = step;
	const value = row === null ? undefined : mergeRow(draft.answers[question.name], row, undefined);
	const cleared = withAnswer(draft.answers, question.name, value);
	const answers = row === null ? without(cleared, toCommentName(question.name)) : cleared;
	const layers = layersAfter(draft, answers, question.name);
	return { ...draft, answers, layers, marks: { ...draft.marks, [step.name]: mark } };
}

/** The draft read from another language or text track from here on; what has been answered was answered in the one before. */
export function switchLanguage(draft: InterviewDraft, language: LanguageTag): InterviewDraft {
	return draft.language === language ? draft : { ...draft, language };
}

/** Whoever passes by an answer without changing it has not given it anew. */
function layersAfter(
	{ answers: before, layers, language }: InterviewDraft,
	answers: Answers,
	question: string
): InterviewDraft['layers'] {
	const given = answers[question];
	if (given === undefined) return without(layers, question);
	const isSame = question in layers && JSON.stringify(before[question]) === JSON.stringify(given);
	return isSame ? layers : { ...layers, [question]: language };
}

/** The draft with a note at the step; blank takes it away. */
export function noteStep(draft: InterviewDraft, stepName: string, note: string): InterviewDraft {
	const text = note.trim().slice(0, maxNoteLength);
	const notes = text === '' ? without(draft.notes, stepName) : { ...draft.notes, [stepName]: text };
	return { ...draft, notes };
}

/** The steps that have neither an answer nor a reason, in order. */
export function listOpenSteps(questionnaire: Questionnaire, { answers, marks }: InterviewDraft): Step[] {
	return listSteps(questionnaire, answers).filter(
		(step) => !isStepAnswered(step, answers) && marks[step.name] === undefined
	);
}

/**
 * Where to go when a step has been left: the next one; when it was to change something seen in the review, back there by
 * way of what the change has opened and nobody has been asked.
 */
export function placeOnward(
	questionnaire: Questionnaire,
	draft: InterviewDraft,
	stepName: string,
	isReturning: boolean
): string {
	if (!isReturning) return placeAfter(listSteps(questionnaire, draft.answers), stepName);
	const open = listOpenSteps(questionnaire, draft).find(({ name }) => name !== stepName);
	return open?.name ?? reviewPlace;
}

/** The place where an interview stands, when the form still asks it; otherwise the first thing nobody has been asked. */
export function standingPlace(questionnaire: Questionnaire, draft: InterviewDraft, wanted: string): string {
	if (wanted === reviewPlace || findStep(listSteps(questionnaire, draft.answers), wanted)) return wanted;
	return listOpenSteps(questionnaire, draft)[0]?.name ?? reviewPlace;
}

function mergeRow(
	before: AnswerValue | undefined,
	row: string,
	given: AnswerValue | undefined
): AnswerValue | undefined {
	const code: Code | undefined = codesByRow(given)[row];
	const others = without(codesByRow(before), row);
	const rows = code === undefined ? others : { ...others, [row]: code };
	return Object.keys(rows).length === 0 ? undefined : rows;
}

function withAnswer(answers: Answers, name: string, value: AnswerValue | undefined): Answers {
	return value === undefined ? without(answers, name) : { ...answers, [name]: value };
}

function without<T>(record: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> {
	if (!(name in record)) return record;
	return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
}

/** What happens when a respondent presses a button on a page of questions: what is kept, and what is shown then. */
import type { AnswerValue, Answers, Page, Questionnaire } from '#lib/instruments/questionnaire.ts';
import type { AnswerProblem } from '#lib/questionnaire/answer-problem.ts';
import { isAnswered } from '#lib/questionnaire/is-answered.ts';
import { mergePageAnswers } from '#lib/questionnaire/merge-page-answers.ts';
import { findNextPage, findPreviousPage } from '#lib/questionnaire/next-page.ts';
import { toCommentName } from '#lib/questionnaire/input-name.ts';
import type { RefusedAnswer } from '#lib/questionnaire/refused-answer.ts';
import { validatePage } from '#lib/questionnaire/validate.ts';
import { findPage, listVisiblePages } from '#lib/questionnaire/visible-pages.ts';
import { listVisibleQuestions } from '#lib/questionnaire/visible-questions.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';
import { readWritten, type FormFields, type Written } from './read-written.ts';
import type { Move, Walk } from './turn.ts';

export interface Turn {
	readonly page: string;
	readonly move: Exclude<Move, { kind: 'send' }>;
	readonly walk: Walk;
	readonly fields: FormFields;
}

export type Place =
	| { readonly kind: 'start' }
	| { readonly kind: 'page'; readonly name: string; readonly walk: Walk }
	| { readonly kind: 'review' };

export interface Outcome {
	/** Everything answered so far. */
	readonly answers: Answers;
	/** The page's own answers, to be kept; null when the form was not read. */
	readonly pageAnswers: Answers | null;
	readonly place: Place;
	/** Set when the respondent has to stay: what is wrong, and what was written. */
	readonly problems: readonly AnswerProblem[];
	readonly slips: readonly RefusedAnswer[];
	readonly asWritten: Readonly<Record<string, string>>;
	/** Whether an answer opened a question on the same page. */
	readonly hasFollowUp: boolean;
}

/**
 * Takes one turn. What can be kept is kept also when something is wrong, so that nothing is lost. Refuses forms that
 * are not ours, and pages that do not exist.
 */
export function takeTurn(
	questionnaire: Questionnaire,
	kept: Answers,
	turn: Turn
): Result<Outcome, readonly RefusedAnswer[]> {
	const { move, walk } = turn;
	if (move.kind === 'review') return ok(stand(kept, { kind: 'review' }));
	if (move.kind === 'show') return ok(stand(kept, placeOf(questionnaire, move.page, walk)));
	const page = findPage(questionnaire, turn.page);
	if (!page) return refuse([{ question: turn.page, reason: 'unknown-question' }]);
	const written = readWritten(questionnaire, page, turn.fields);
	if (!written.ok) return written;

	const pageAnswers = keepFromPage(written.value, move);
	const answers = mergePageAnswers(kept, page, pageAnswers);
	const here: Outcome = {
		...stand(answers, { kind: 'page', name: page.name, walk }),
		pageAnswers
	};
	if (move.kind === 'stay' || move.kind === 'clear')
		return ok({ ...here, asWritten: written.value.asWritten });
	if (move.kind === 'back') return ok({ ...here, place: placeBefore(questionnaire, answers, page, walk) });

	const opened = listOpened(page, kept, answers);
	const problems = validatePage(questionnaire, answers, page.name).filter(
		({ question }) =>
			!opened.includes(question) && !written.value.slips.some((slip) => slip.question === question)
	);
	const slips = move.kind === 'skip' ? [] : written.value.slips;
	if (problems.length > 0 || slips.length > 0) {
		return ok({
			...here,
			problems,
			slips,
			asWritten: written.value.asWritten,
			hasFollowUp: opened.length > 0
		});
	}
	if (opened.length > 0 && move.kind === 'next') return ok({ ...here, hasFollowUp: true });
	return ok({ ...here, place: placeAfter(questionnaire, kept, answers, page, walk) });
}

/** Where to begin again: after the page that was answered last, or at the first. */
export function findPlaceToResume(
	questionnaire: Questionnaire,
	kept: Answers,
	lastPage: string | null
): Place {
	if (lastPage === null || !findPage(questionnaire, lastPage))
		return placeOf(questionnaire, '', { kind: 'all' });
	const next = findNextPage(questionnaire, kept, lastPage);
	return next ? { kind: 'page', name: next.name, walk: { kind: 'all' } } : { kind: 'review' };
}

function stand(answers: Answers, place: Place): Outcome {
	return { answers, pageAnswers: null, place, problems: [], slips: [], asWritten: {}, hasFollowUp: false };
}

function placeOf(questionnaire: Questionnaire, name: string, walk: Walk): Place {
	const page = findPage(questionnaire, name) ?? questionnaire.pages[0];
	return page ? { kind: 'page', name: page.name, walk } : { kind: 'review' };
}

function keepFromPage({ answers }: Written, move: Turn['move']): Answers {
	if (move.kind === 'skip') return {};
	return move.kind === 'clear' ? without(answers, [move.question, toCommentName(move.question)]) : answers;
}

function without(answers: Answers, names: readonly string[]): Answers {
	const kept: [string, AnswerValue][] = Object.entries(answers).filter(([name]) => !names.includes(name));
	return Object.fromEntries(kept);
}

/** The page's questions that are there now and were not when it was drawn, and have no answer. */
function listOpened(page: Page, before: Answers, after: Answers): string[] {
	const earlier = new Set(listVisibleQuestions(page, before).map(({ question }) => question.name));
	return listVisibleQuestions(page, after)
		.map(({ question }) => question.name)
		.filter((name) => !earlier.has(name) && !isAnswered(after[name]));
}

function placeBefore(questionnaire: Questionnaire, answers: Answers, page: Page, walk: Walk): Place {
	if (walk.kind === 'change') return { kind: 'review' };
	const previous = findPreviousPage(questionnaire, answers, page.name);
	return previous ? { kind: 'page', name: previous.name, walk } : { kind: 'start' };
}

function placeAfter(
	questionnaire: Questionnaire,
	before: Answers,
	after: Answers,
	page: Page,
	walk: Walk
): Place {
	if (walk.kind === 'all') {
		const next = findNextPage(questionnaire, after, page.name);
		return next ? { kind: 'page', name: next.name, walk } : { kind: 'review' };
	}
	const pending = listVisiblePages(questionnaire, after)
		.filter((candidate) => candidate !== page)
		.filter(
			(candidate) =>
				listOpened(candidate, before, after).length > 0 ||
				(walk.pending.includes(candidate.name) && !isAnyAnswered(candidate, after))
		)
		.map(({ name }) => name);
	const [name] = pending;
	return name === undefined
		? { kind: 'review' }
		: { kind: 'page', name, walk: { kind: 'change', pending: pending.slice(1) } };
}

function isAnyAnswered(page: Page, answers: Answers): boolean {
	return listVisibleQuestions(page, answers).some(({ question }) => isAnswered(answers[question.name]));
}

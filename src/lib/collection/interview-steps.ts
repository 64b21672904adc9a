/** An interview's steps: one thing asked at a time, which is a question or one row of a matrix. */
import type {
	Answers,
	LocalText,
	Page,
	Panel,
	Question,
	Questionnaire
} from '#lib/instruments/questionnaire.ts';
import { codesByRow } from '#lib/questionnaire/answer-codes.ts';
import { isVisible } from '#lib/questionnaire/conditions.ts';
import { toInputName } from '#lib/questionnaire/input-name.ts';
import { isAnswered } from '#lib/questionnaire/is-answered.ts';
import { listVisiblePages } from '#lib/questionnaire/visible-pages.ts';
import { listVisibleQuestions } from '#lib/questionnaire/visible-questions.ts';

export interface Step {
	/** The question's name, or `matrix.row`. */
	readonly name: string;
	readonly page: string;
	readonly question: Question;
	/** The matrix row that is asked, by name; null for a whole question. */
	readonly row: string | null;
	/** What stands above the question and is read with it: the page's and the panels' own words. */
	readonly above: readonly LocalText[];
}

/** Everything that is asked with these answers, in the form's order. What the form itself skips is not in it. */
export function listSteps(questionnaire: Questionnaire, answers: Answers): Step[] {
	return listVisiblePages(questionnaire, answers).flatMap((page) =>
		listVisibleQuestions(page, answers)
			.filter(({ isEnabled }) => isEnabled)
			.flatMap(({ question }) => toSteps(page, question, answers))
	);
}

function toSteps(page: Page, question: Question, answers: Answers): Step[] {
	const above = wordsAbove(page, question, answers) ?? [];
	const step = { page: page.name, question, above };
	if (question.kind !== 'matrix') return [{ ...step, name: question.name, row: null }];
	const title = question.title ? [question.title] : [];
	return question.rows.map((row) => ({
		...step,
		above: [...above, ...title],
		name: toInputName(question.name, row.name),
		row: row.name
	}));
}

/** The words of what holds the question, the outermost first; null when it is not in there. */
function wordsAbove(container: Page | Panel, question: Question, answers: Answers): LocalText[] | null {
	const own = [container.title, container.description].filter((text) => text !== null);
	for (const element of container.elements) {
		if (element === question) return own;
		if (element.kind !== 'panel' || !isVisible(element, answers)) continue;
		const inner = wordsAbove(element, question, answers);
		if (inner) return [...own, ...inner];
	}
	return null;
}

/** Whether the step has an answer. */
export function isStepAnswered({ question, row }: Pick<Step, 'question' | 'row'>, answers: Answers): boolean {
	const value = answers[question.name];
	return row === null ? isAnswered(value) : codesByRow(value)[row] !== undefined;
}

/** Where an interview stands when everything has been asked. */
export const reviewPlace = 'review';

/** The step with the name; null when it is not asked with these answers. */
export function findStep(steps: readonly Step[], name: string): Step | null {
	return steps.find((step) => step.name === name) ?? null;
}

/** The name of the step after the one named, or the review. An unknown name gives the first step. */
export function placeAfter(steps: readonly Step[], name: string): string {
	return steps[steps.findIndex((step) => step.name === name) + 1]?.name ?? reviewPlace;
}

/** The name of the step before the one named; the last one from the review, and the first one from the first. */
export function placeBefore(steps: readonly Step[], name: string): string {
	if (name === reviewPlace) return steps.at(-1)?.name ?? reviewPlace;
	const at = steps.findIndex((step) => step.name === name);
	return steps[Math.max(at - 1, 0)]?.name ?? reviewPlace;
}

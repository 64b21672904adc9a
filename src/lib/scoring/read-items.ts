import { isTrue } from '#lib/instruments/evaluate-expression.ts';
import type { Answers, Code } from '#lib/instruments/questionnaire.ts';
import type { PlannedItem, PlannedZero } from './scoring-plan.ts';

/** What an item's answer is to the scoring. */
export type ItemState = 'missing' | 'scored' | 'without-score' | 'invalid';

/** The items of one response, in the instrument's order. `scores` holds 0 where the state is not 'scored'. */
export interface ReadItems {
	readonly states: ItemState[];
	readonly scores: number[];
}

/** Reads each item's score from the answers, and fills in what the form itself lets the respondent skip. */
export function readItems(
	items: readonly PlannedItem[],
	zeros: readonly PlannedZero[],
	answers: Answers
): ReadItems {
	const read: ReadItems = { states: [], scores: [] };
	for (const item of items) {
		const answer = readAnswer(item, answers);
		const score = isEmpty(answer) ? undefined : item.scoreByCode.get(answer as Code);
		read.states.push(isEmpty(answer) ? 'missing' : toState(score));
		read.scores.push(score ?? 0);
	}
	for (const zero of zeros) fillStructuralZeros(zero, answers, read);
	return read;
}

/** A code the item does not have is invalid; one that it has without a score ("vet inte") is not. */
function toState(score: number | null | undefined): ItemState {
	if (score === undefined) return 'invalid';
	return score === null ? 'without-score' : 'scored';
}

/** Stands for an answer that is not one code per row: no item has it as a code, so it is invalid. */
const notARow = Symbol('not a row');

function readAnswer(item: PlannedItem, answers: Answers): unknown {
	const answer = Object.hasOwn(answers, item.question) ? answers[item.question] : undefined;
	if (item.row === null || isEmpty(answer)) return answer;
	if (typeof answer !== 'object' || Array.isArray(answer)) return notARow;
	return Object.hasOwn(answer, item.row) ? (answer as Record<string, Code>)[item.row] : undefined;
}

/** An empty list is an answer of the wrong kind here, since no scored item takes several codes. */
function isEmpty(answer: unknown): answer is undefined | null | '' {
	return answer === undefined || answer === null || answer === '';
}

/**
 * Skipped items are 0 points and not missing (AUDIT: question 1 = 0 → go to 9; WHO/MSD/MSB/01.6a). What is answered
 * is never replaced. If one of the skipped items nevertheless carries points, the respondent did not skip as the form
 * says, and nothing is known of the empty ones: they stay missing, and the scale says so instead of guessing low.
 * The same holds when an answer that the condition rests on is not valid.
 */
function fillStructuralZeros(zero: PlannedZero, answers: Answers, read: ReadItems): void {
	const hasGap = zero.items.some((index) => read.states[index] === 'missing');
	if (!hasGap) return;
	const isContradicted = zero.items.some((index) => read.scores[index] !== 0);
	const isUnsure = zero.restsOn.some((index) => read.states[index] === 'invalid');
	if (isContradicted || isUnsure || !isTrue(zero.when, answers)) return;
	for (const index of zero.items) {
		if (read.states[index] === 'missing') read.states[index] = 'scored';
	}
}

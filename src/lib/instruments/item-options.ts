import type { Code, OptionRole, Question, Questionnaire } from './questionnaire.ts';
import { listQuestions } from './list-questions.ts';
import { unreachable } from '#lib/shared/unreachable.ts';

/** One code that an item can be answered with. */
export interface ItemOption {
	readonly code: Code;
	readonly role: OptionRole;
}

/** Where the answer to an item stands, and what it can be. */
export interface ItemPlace {
	/** Name of the question that holds the answer. */
	readonly question: string;
	/** The matrix row the item is, or null for a whole question. */
	readonly row: string | null;
	/** Null where the answer is not one of a number of codes (free text, several choices): no scores are possible. */
	readonly options: readonly ItemOption[] | null;
}

/** Every item of a questionnaire by item name: a question's name, or `matrix.row`. */
export function listItemPlaces(questionnaire: Questionnaire): Map<string, ItemPlace> {
	return new Map(listQuestions(questionnaire).flatMap(toPlaces));
}

function toPlaces(question: Question): [string, ItemPlace][] {
	if (question.kind !== 'matrix') {
		return [[question.name, { question: question.name, row: null, options: listOptions(question) }]];
	}
	return question.rows.map((row) => [
		`${question.name}.${row.name}`,
		{ question: question.name, row: row.name, options: question.columns }
	]);
}

function listOptions(question: Exclude<Question, { kind: 'matrix' }>): readonly ItemOption[] | null {
	switch (question.kind) {
		case 'radiogroup':
		case 'dropdown':
		case 'rating':
		case 'boolean':
			return question.options;
		case 'slider':
			return listSteps(question.min, question.max, question.step);
		case 'checkbox':
		case 'text':
		case 'comment':
			return null;
		default:
			return unreachable(question);
	}
}

/** Counted in whole steps, so that 0.1 + 0.2 does not become a code of its own. */
function listSteps(min: number, max: number, step: number): ItemOption[] {
	const count = Math.floor((max - min) / step + 1e-9) + 1;
	const decimals = Math.max(countDecimals(min), countDecimals(step));
	return Array.from({ length: count }, (_, index) => ({
		code: Number((min + index * step).toFixed(decimals)),
		role: 'answer'
	}));
}

function countDecimals(value: number): number {
	return (String(value).split('.')[1] ?? '').length;
}

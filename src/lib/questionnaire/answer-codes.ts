import { areEqualValues } from '../instruments/are-equal-values.ts';
import type { AnswerValue, Code } from '../instruments/questionnaire.ts';

const noCodes: Readonly<Record<string, Code>> = {};

/** The codes an answer consists of: none, one, or those ticked. A matrix's answer has none of its own. */
export function listCodes(value: AnswerValue | null | undefined): readonly Code[] {
	if (value === null || value === undefined) return [];
	if (typeof value !== 'object') return [value];
	return isList(value) ? value : [];
}

/** A matrix's codes by row name; empty for any other answer. */
export function codesByRow(value: AnswerValue | null | undefined): Readonly<Record<string, Code>> {
	return typeof value === 'object' && value !== null && !isList(value) ? value : noCodes;
}

/** Whether the code is among the answer's. */
export function hasCode(value: AnswerValue | null | undefined, code: Code): boolean {
	return listCodes(value).some((chosen) => areEqualValues(chosen, code));
}

function isList(value: object): value is readonly Code[] {
	return Array.isArray(value);
}

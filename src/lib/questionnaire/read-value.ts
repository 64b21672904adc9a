import type {
	AnswerValue,
	Code,
	InputType,
	MatrixQuestion,
	Option,
	Question,
	TextQuestion
} from '../instruments/questionnaire.ts';
import { parseLocalDate } from '../shared/local-date.ts';
import type { Result } from '../shared/result.ts';
import { ok, refuse } from '../shared/result.ts';
import type { RefusalReason } from './refused-answer.ts';
import { maxLengthOf } from './text-limits.ts';
import { isOnStep } from './validate-question.ts';

/** A value that fits a question; undefined when it is no answer; or why not, and in which row. */
export type ReadValue = Result<AnswerValue | undefined, { reason: RefusalReason; row?: string }>;

/** Checks that a value is one the question can hold. Takes only what it would itself store: 1 is not "1". */
export function readValue(question: Question, value: unknown): ReadValue {
	if (value === undefined || value === null || value === '') return ok(undefined);
	switch (question.kind) {
		case 'radiogroup':
		case 'dropdown':
		case 'rating':
		case 'boolean':
			return readCode(question.options, value);
		case 'checkbox':
			return readCodes(question.options, value);
		case 'matrix':
			return readRows(question, value);
		case 'slider':
			if (typeof value !== 'number') return refuse({ reason: 'wrong-type' });
			return value >= question.min && value <= question.max && isOnStep(value - question.min, question.step)
				? ok(value)
				: refuse({ reason: 'out-of-range' });
		case 'comment':
			return readText(value, maxLengthOf(question));
		case 'text':
			return readInput(question, value);
	}
}

/** Free text: stored as it is written. Blank text is no answer. */
export function readText(
	value: unknown,
	maxLength: number
): Result<string | undefined, { reason: RefusalReason }> {
	if (typeof value !== 'string') return refuse({ reason: 'wrong-type' });
	if (value.length > maxLength) return refuse({ reason: 'too-long' });
	if (value.includes('\0') || /\p{Surrogate}/u.test(value)) return refuse({ reason: 'unreadable-text' });
	return ok(value.trim() === '' ? undefined : value);
}

function readCode(options: readonly Option[], value: unknown): Result<Code, { reason: RefusalReason }> {
	if (typeof value === 'object') return refuse({ reason: 'wrong-type' });
	const option = options.find(({ code }) => code === value);
	return option ? ok(option.code) : refuse({ reason: 'unknown-option' });
}

function readCodes(options: readonly Option[], value: unknown): ReadValue {
	if (!Array.isArray(value)) return refuse({ reason: 'wrong-type' });
	if (new Set(value).size < value.length) return refuse({ reason: 'duplicate-option' });
	const codes: Code[] = [];
	for (const item of value) {
		const code = readCode(options, item);
		if (!code.ok) return code;
		codes.push(code.value);
	}
	return ok(codes.length > 0 ? codes : undefined);
}

function readRows({ rows, columns }: MatrixQuestion, value: unknown): ReadValue {
	if (typeof value !== 'object' || value === null || Array.isArray(value))
		return refuse({ reason: 'wrong-type' });
	const codes: Record<string, Code> = {};
	for (const [name, item] of Object.entries(value)) {
		if (!rows.some((row) => row.name === name)) return refuse({ reason: 'unknown-row', row: name });
		if (item === undefined || item === null || item === '') continue;
		const code = readCode(columns, item);
		if (!code.ok) return refuse({ ...code.problem, row: name });
		codes[name] = code.value;
	}
	return ok(Object.keys(codes).length > 0 ? codes : undefined);
}

function readInput(question: TextQuestion, value: unknown): ReadValue {
	if (question.inputType === 'number') {
		if (typeof value !== 'number') return refuse({ reason: 'wrong-type' });
		return Number.isFinite(value) ? ok(value) : refuse({ reason: 'not-a-number' });
	}
	const text = readText(value, maxLengthOf(question));
	if (!text.ok || text.value === undefined) return text;
	return isWrittenAs(question.inputType, text.value) ? text : refuse({ reason: 'not-a-date' });
}

function isWrittenAs(inputType: InputType, text: string): boolean {
	switch (inputType) {
		case 'date':
			return parseLocalDate(text) !== undefined;
		case 'month':
			return parseLocalDate(`${text}-01`) !== undefined;
		case 'week':
			return /^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])$/.test(text);
		case 'time':
			return /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/.test(text);
		case 'text':
		case 'number':
		case 'email':
		case 'tel':
		case 'url':
			return true;
	}
}

import { listQuestions } from '../instruments/list-questions.ts';
import type {
	Answers,
	MatrixQuestion,
	Page,
	Panel,
	Question,
	Questionnaire
} from '../instruments/questionnaire.ts';
import type { Result } from '../shared/result.ts';
import { ok, refuse } from '../shared/result.ts';
import { collectAnswers } from './collect-answers.ts';
import { hasCommentField } from './comment-field.ts';
import { toCommentName, toInputName, toInputValue } from './input-name.ts';
import type { ReadValue } from './read-value.ts';
import { readText, readValue } from './read-value.ts';
import type { RefusedAnswer } from './refused-answer.ts';
import { maxCommentLength } from './text-limits.ts';

/**
 * The answers of one page from the fields of a form, codes restored to what the definition has. A field that is
 * missing, unticked or blank is no answer. Fields whose names begin with `_` are the form's own and are passed over;
 * every other name that the page does not have is refused.
 */
export function readFormPage(
	questionnaire: Questionnaire,
	page: Page,
	entries: Iterable<readonly [string, string]>
): Result<Answers, readonly RefusedAnswer[]> {
	const fields = collectFields(entries);
	const values: [string, ReadValue | undefined][] = [];
	for (const question of listQuestionsOn(page)) {
		values.push([question.name, readFields(question, fields)]);
		if (hasCommentField(question)) {
			const name = toCommentName(question.name);
			values.push([name, readOnly(takeField(fields, name), (text) => readText(text, maxCommentLength))]);
		}
	}
	const others = new Set(listQuestions(questionnaire).map((question) => question.name));
	for (const name of fields.keys()) {
		const isElsewhere = others.has(name.split(/[.-]/, 1)[0] ?? '');
		values.push([name, isElsewhere ? refuse({ reason: 'other-page' }) : undefined]);
	}
	return collectAnswers(values);
}

/** What a form sent, by field; each field is taken out as it is read, so that what is left is unknown. */
type Fields = Map<string, string[]>;

function collectFields(entries: Iterable<readonly [string, string]>): Fields {
	const fields: Fields = new Map();
	for (const [name, value] of entries) {
		if (name.startsWith('_')) continue;
		const values = fields.get(name);
		if (values) values.push(value);
		else fields.set(name, [value]);
	}
	return fields;
}

function takeField(fields: Fields, name: string): readonly string[] {
	const values = fields.get(name) ?? [];
	fields.delete(name);
	return values.filter((value) => value !== '');
}

/** All questions on a page, hidden ones too: a form may have been drawn with other answers than those stored. */
export function listQuestionsOn(container: Page | Panel): Question[] {
	return container.elements.flatMap((element) =>
		element.kind === 'panel' ? listQuestionsOn(element) : [element]
	);
}

function readOnly(values: readonly string[], read: (value: string) => ReadValue): ReadValue {
	const [value, second] = values;
	if (second !== undefined) return refuse({ reason: 'several-values' });
	return value === undefined ? ok(undefined) : read(value);
}

function readFields(question: Question, fields: Fields): ReadValue {
	if (question.kind === 'matrix') return readMatrix(question, fields);
	const values = takeField(fields, toInputName(question.name));
	if (question.kind === 'checkbox') {
		return readValue(
			question,
			values.map((value) => restoreCode(question.options, value))
		);
	}
	return readOnly(values, (value) => readField(question, value));
}

function readField(question: Exclude<Question, MatrixQuestion>, value: string): ReadValue {
	switch (question.kind) {
		case 'slider':
			return readNumber(question, value);
		case 'text':
			return question.inputType === 'number'
				? readNumber(question, value)
				: readValue(question, value.trim());
		case 'comment':
			// Forms send line breaks as CR LF (HTML standard, "normalizing newlines"); answers have LF.
			return readValue(question, value.replaceAll('\r\n', '\n'));
		case 'radiogroup':
		case 'dropdown':
		case 'checkbox':
		case 'rating':
		case 'boolean':
			return readValue(question, restoreCode(question.options, value));
	}
}

function readMatrix(question: MatrixQuestion, fields: Fields): ReadValue {
	const codes: Record<string, unknown> = {};
	for (const row of question.rows) {
		const [value, second] = takeField(fields, toInputName(question.name, row.name));
		if (second !== undefined) return refuse({ reason: 'several-values', row: row.name });
		if (value !== undefined) codes[row.name] = restoreCode(question.columns, value);
	}
	return readValue(question, codes);
}

/** The code that looks like this in a form; what is no code goes on as it is and is refused later. */
function restoreCode(
	options: readonly { readonly code: string | number | boolean }[],
	value: string
): unknown {
	return options.find(({ code }) => toInputValue(code) === value)?.code ?? value;
}

/** A number as people here write it: decimal comma or point, blanks between thousands. */
function readNumber(question: Question, value: string): ReadValue {
	const text = value.replace(/[\s\u00a0\u202f]/g, '').replace('\u2212', '-');
	if (text === '') return ok(undefined);
	if (!/^-?\d+(?:[.,]\d+)?$/.test(text)) return refuse({ reason: 'not-a-number' });
	return readValue(question, Number(text.replace(',', '.')));
}

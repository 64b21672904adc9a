/** The columns that an instrument's questions become. What people write in words is in none: it can say who they are. */
import type { AnswerStatus } from '#lib/collection/unanswered.ts';
import { listQuestions } from '#lib/instruments/list-questions.ts';
import type { AnswerValue, Code, LocalText, Option, Question } from '#lib/instruments/questionnaire.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { codesByRow, hasCode, listCodes } from '#lib/questionnaire/answer-codes.ts';
import { unreachable } from '#lib/shared/unreachable.ts';
import type { FileLanguage } from './export-order.ts';
import type { ExportRecord } from './export-record.ts';
import { leavesCodesFree, missingCodes } from './missing-codes.ts';
import { toVariableName } from './variable-name.ts';
import type { Cell, ValueLabel, Variable } from './variable.ts';

/** The variables of every question that is answered with codes, figures or days, in the form's order. */
export function listQuestionVariables(instrument: Instrument, language: FileLanguage): Variable[] {
	const source = instrument.sources[0]?.title ?? null;
	const numbers = new Map(instrument.items.map(({ name, number }) => [name, number]));
	return listQuestions(instrument.questionnaire).flatMap((question) =>
		toVariables(question, { language, source, numberOf: (name) => numbers.get(name) ?? null })
	);
}

interface Given {
	readonly language: FileLanguage;
	readonly source: string | null;
	readonly numberOf: (item: string) => string | null;
}

function toVariables(question: Question, given: Given): Variable[] {
	switch (question.kind) {
		case 'radiogroup':
		case 'dropdown':
		case 'rating':
		case 'boolean':
			return [choiceVariable(question, question.options, given)];
		case 'checkbox':
			return question.options.filter(isValue).map((option) => tickVariable(question, option, given));
		case 'matrix':
			return question.rows.map((row) => {
				const item = `${question.name}.${row.name}`;
				const label = textIn(row.label, given.language);
				const options = question.columns;
				return codedVariable(question, item, label, options, given, (value) => codesByRow(value)[row.name]);
			});
		case 'slider':
			return [numberVariable(question, countDecimals(question.step), [question.min, question.max], given)];
		case 'text':
			if (question.inputType === 'number') {
				const ends = [Number(question.min ?? 0), Number(question.max ?? 0)] as const;
				return [numberVariable(question, countDecimals(question.step ?? 1), ends, given)];
			}
			return question.inputType === 'date' ? [dayVariable(question, given)] : [];
		case 'comment':
			return [];
		default:
			return unreachable(question);
	}
}

/** Options that are values; those for "vet inte" and "vill inte svara" are kinds of missing. */
const isValue = ({ role }: Option): boolean => role !== 'dont-know' && role !== 'refused';

function choiceVariable(question: Question, options: readonly Option[], given: Given): Variable {
	return codedVariable(question, question.name, null, options, given, (value) => listCodes(value)[0]);
}

function codedVariable(
	question: Question,
	item: string,
	rowLabel: string | null,
	options: readonly Option[],
	given: Given,
	pick: (value: AnswerValue | undefined) => Code | undefined
): Variable {
	const values = options.filter(isValue);
	const isNumeric = values.every(({ code }) => typeof code !== 'string');
	const numbers = isNumeric ? values.map(({ code }) => Number(code)) : [];
	const hasMissingCodes = isNumeric && leavesCodesFree(numbers);
	return {
		...describe(question, item, rowLabel, given),
		kind: isNumeric ? 'number' : 'text',
		decimals: Math.max(0, ...numbers.map(countDecimals)),
		width: null,
		valueLabels: isNumeric ? values.flatMap((option) => toValueLabel(option, given.language)) : [],
		hasMissingCodes,
		range: null,
		read: (record) => {
			const code = isValueStatus(record, question) ? pick(record.answers[question.name]) : undefined;
			if (code === undefined) return missingCell(record, question, hasMissingCodes);
			return isNumeric ? Number(code) : String(code);
		}
	};
}

function tickVariable(question: Question, option: Option, given: Given): Variable {
	const label = textIn(option.label, given.language) ?? String(option.code);
	const described = describe(question, question.name, label, given);
	const ending = String(option.code)
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, '_');
	return {
		...described,
		name: `${described.name}___${ending}`,
		kind: 'number',
		decimals: 0,
		width: null,
		valueLabels: yesNoLabels[given.language],
		hasMissingCodes: true,
		range: null,
		read: (record) =>
			isValueStatus(record, question)
				? Number(hasCode(record.answers[question.name], option.code))
				: missingCell(record, question, true)
	};
}

const yesNoLabels: Readonly<Record<FileLanguage, readonly ValueLabel[]>> = {
	sv: [
		{ code: 0, label: 'Inte valt' },
		{ code: 1, label: 'Valt' }
	],
	en: [
		{ code: 0, label: 'Not chosen' },
		{ code: 1, label: 'Chosen' }
	]
};

function numberVariable(
	question: Question,
	decimals: number,
	ends: readonly [number, number],
	given: Given
): Variable {
	const hasMissingCodes = leavesCodesFree(ends) && ends[0] > missingCodes['not-asked'];
	return {
		...describe(question, question.name, null, given),
		kind: 'number',
		decimals,
		width: null,
		valueLabels: [],
		hasMissingCodes,
		range: null,
		read: (record) => {
			const value = isValueStatus(record, question) ? Number(record.answers[question.name]) : NaN;
			return Number.isFinite(value) ? value : missingCell(record, question, hasMissingCodes);
		}
	};
}

function dayVariable(question: Question, given: Given): Variable {
	return {
		...describe(question, question.name, null, given),
		kind: 'day',
		decimals: 0,
		width: null,
		valueLabels: [],
		hasMissingCodes: false,
		range: null,
		read: (record) => {
			const value = record.answers[question.name];
			return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null;
		}
	};
}

function describe(
	question: Question,
	item: string,
	rowLabel: string | null,
	{ language, source, numberOf }: Given
): Pick<Variable, 'name' | 'label' | 'wording' | 'source'> {
	const wording = textIn(question.title, language);
	const asked = rowLabel === null ? wording : [wording, rowLabel].filter(Boolean).join(' – ');
	const number = numberOf(item) ?? numberOf(question.name);
	const fallback = language === 'sv' ? `Fråga ${number ?? item}` : `Question ${number ?? item}`;
	const label = asked ? (number ? `${number}. ${asked}` : asked) : fallback;
	return { name: toVariableName(item), label, wording: asked, source };
}

function toValueLabel({ code, label }: Option, language: FileLanguage): ValueLabel[] {
	const text = textIn(label as LocalText | null, language);
	return text === null ? [] : [{ code: Number(code), label: text }];
}

const isValueStatus = ({ statuses }: ExportRecord, { name }: Question): boolean =>
	statuses.get(name) === 'answered';

/** Of a question with an answer, a part that is left out (a row of a matrix) was skipped. */
function missingCell({ statuses }: ExportRecord, { name }: Question, hasCodes: boolean): Cell {
	if (!hasCodes) return null;
	const status: AnswerStatus = statuses.get(name) ?? 'skipped';
	return missingCodes[status === 'answered' ? 'skipped' : status];
}

function countDecimals(value: number): number {
	return (String(value).split('.')[1] ?? '').length;
}

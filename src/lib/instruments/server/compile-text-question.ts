import type { CommentQuestion, InputType, TextQuestion } from '../questionnaire.ts';
import { toNumber } from '../to-number.ts';
import type { CompileContext } from './compile-context.ts';
import { report } from './compile-context.ts';
import type { QuestionBase } from './question-base.ts';
import { compileText as compileLocalText, fillPlaceholder } from './compile-text.ts';
import type { OpenObject } from './open-object.ts';
import { pathOf, readLimit, readNumber, readRaw } from './open-object.ts';

const inputTypes: readonly InputType[] = [
	'text',
	'number',
	'date',
	'email',
	'tel',
	'url',
	'month',
	'week',
	'time'
];

/** How a limit of each input type is written. Input types that are not here have no limits. */
const limitPatterns: Readonly<Partial<Record<InputType, RegExp>>> = {
	date: /^\d{4}-\d{2}-\d{2}$/,
	month: /^\d{4}-\d{2}$/,
	week: /^\d{4}-W\d{2}$/,
	time: /^\d{2}:\d{2}$/
};

/** survey-core `settings.maxDate`: no date question accepts a later day. */
const lastDate = '2999-12-31';

/** Rows of a text field when the definition does not say (SurveyJS's own default). */
const defaultRows = 4;

export function compileText(
	type: string,
	base: QuestionBase,
	object: OpenObject,
	context: CompileContext
): TextQuestion | CommentQuestion {
	if (type === 'comment') {
		return {
			...base,
			kind: 'comment',
			rows: readLimit(object, 'rows', context) ?? defaultRows,
			maxLength: readMaxLength(object, context.maxTextLength, context)
		};
	}
	const inputType = readInputType(object, context);
	const min = readLimitOf(object, 'min', inputType, context);
	const max = readLimitOf(object, 'max', inputType, context);
	if (min !== null && max !== null && min > max) {
		report(context, pathOf(object, 'min'), 'range-invalid', 'Det minsta värdet är större än det största.');
	}
	return {
		...base,
		kind: 'text',
		inputType,
		min,
		max: max ?? (inputType === 'date' ? lastDate : null),
		minErrorText: readErrorText(object, 'minErrorText', min, context),
		maxErrorText: readErrorText(object, 'maxErrorText', max, context),
		step: readStep(object, inputType, context),
		maxLength: readMaxLength(object, context.maxTextLength, context),
		unit: null
	};
}

function readInputType(object: OpenObject, context: CompileContext): InputType {
	const value = readRaw(object, 'inputType') ?? 'text';
	const inputType = inputTypes.find((known) => known === value);
	if (inputType) return inputType;
	report(
		context,
		pathOf(object, 'inputType'),
		'property-value-unsupported',
		`Inmatningen ”${String(value)}” stöds inte. De som stöds är ${inputTypes.join(', ')}.`
	);
	return 'text';
}

function readLimitOf(
	object: OpenObject,
	name: 'min' | 'max',
	inputType: InputType,
	context: CompileContext
): string | number | null {
	const value = readRaw(object, name);
	if (value === undefined || value === '') return null;
	if (inputType === 'number') {
		const number = toNumber(value);
		if (!Number.isNaN(number)) return number;
	} else if (typeof value === 'string' && limitPatterns[inputType]?.test(value)) return value;
	report(
		context,
		pathOf(object, name),
		'property-invalid',
		`Gränsen passar inte inmatningen ”${inputType}”. Skriv ett tal, eller ett datum som 2026-11-23.`
	);
	return null;
}

function readErrorText(
	object: OpenObject,
	name: 'minErrorText' | 'maxErrorText',
	limit: string | number | null,
	context: CompileContext
) {
	const path = pathOf(object, name);
	const text = compileLocalText(fillPlaceholder(readRaw(object, name), String(limit ?? '')), path, context);
	if (text) context.texts.push({ path, languages: Object.keys(text) });
	return text;
}

function readStep(object: OpenObject, inputType: InputType, context: CompileContext): number | null {
	if (inputType === 'number') return readNumber(object, 'step', context);
	if (readRaw(object, 'step') !== undefined) {
		report(context, pathOf(object, 'step'), 'property-unsupported', 'Bara tal kan ha steg (step).');
	}
	return null;
}

/** SurveyJS: −1 takes the survey's limit, 0 is no limit of its own. */
function readMaxLength(
	object: OpenObject,
	surveyLimit: number | null,
	context: CompileContext
): number | null {
	const value = readRaw(object, 'maxLength');
	if (value === undefined || (typeof value === 'number' && value < 0)) return surveyLimit;
	return readLimit(object, 'maxLength', context);
}

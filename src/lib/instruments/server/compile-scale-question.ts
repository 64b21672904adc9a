import { QuestionRatingModel } from 'survey-core';
import type {
	BooleanQuestion,
	Code,
	LocalText,
	Option,
	RatingQuestion,
	SliderQuestion
} from '../questionnaire.ts';
import { areEqualValues } from '../are-equal-values.ts';
import type { CompileContext } from './compile-context.ts';
import { report } from './compile-context.ts';
import { checkCodes, readOptions } from './compile-options.ts';
import type { QuestionBase } from './question-base.ts';
import { readText } from './compile-text.ts';
import type { OpenObject } from './open-object.ts';
import { pathOf, readNumber, readRaw } from './open-object.ts';

/** A scale of steps: its own values, or the numbers SurveyJS makes of rateMin, rateMax, rateStep and rateCount. */
export function compileRating(
	base: QuestionBase,
	object: OpenObject,
	context: CompileContext
): RatingQuestion {
	const hasOwnValues = readRaw(object, 'rateValues') !== undefined;
	const options = hasOwnValues
		? readOptions(object, 'rateValues', 'ratingitem', context, { mayBeBare: true })
		: listGeneratedSteps(object, context);
	checkCodes(options, pathOf(object, 'rateValues'), context);
	return {
		...base,
		kind: 'rating',
		options,
		lowLabel: readText(object, 'minRateDescription', context),
		highLabel: readText(object, 'maxRateDescription', context)
	};
}

function listGeneratedSteps(object: OpenObject, context: CompileContext): readonly Option[] {
	const settings = ['rateMin', 'rateMax', 'rateStep', 'rateCount'].flatMap((name) => {
		const value = readNumber(object, name, context);
		return value === null ? [] : [[name, value] as const];
	});
	const rating = new QuestionRatingModel('rating');
	rating.fromJSON(Object.fromEntries(settings));
	const codes = rating.visibleChoices.map((item) => item.value as number);
	if (codes.length < 2) {
		report(
			context,
			object.path,
			'options-missing',
			'Skalan har färre än två steg. Ändra rateMin och rateMax.'
		);
	}
	const count = readNumber(object, 'rateCount', context);
	if (count !== null && count !== codes.length) {
		report(
			context,
			pathOf(object, 'rateCount'),
			'rating-count-contradiction',
			`SurveyJS visar ${codes.length} steg, inte ${count}. Skriv rateMin och rateMax i stället.`
		);
	}
	return codes.map((code) => ({ code, label: null, role: 'answer' }));
}

/** Yes and no with the codes true and false unless the definition has its own. */
export function compileBoolean(
	base: QuestionBase,
	object: OpenObject,
	context: CompileContext
): BooleanQuestion {
	const yes = readBooleanCode(object, 'valueTrue', true, context);
	const no = readBooleanCode(object, 'valueFalse', false, context);
	if (areEqualValues(yes, no)) {
		report(context, pathOf(object, 'valueFalse'), 'option-code-twice', 'Ja och nej kan inte ha samma kod.');
	}
	return {
		...base,
		kind: 'boolean',
		options: [
			{ code: yes, label: readText(object, 'labelTrue', context), role: 'answer' },
			{ code: no, label: readText(object, 'labelFalse', context), role: 'answer' }
		]
	};
}

function readBooleanCode(object: OpenObject, name: string, fallback: boolean, context: CompileContext): Code {
	const code = readRaw(object, name) ?? fallback;
	if (typeof code === 'boolean' || typeof code === 'number' || (typeof code === 'string' && code !== '')) {
		return code;
	}
	report(context, pathOf(object, name), 'option-code-invalid', 'Koden ska vara en text eller ett tal.');
	return fallback;
}

/** A line with SurveyJS's own defaults 0–100 in steps of 1. Labels are only possible at the two ends. */
export function compileSlider(
	base: QuestionBase,
	object: OpenObject,
	context: CompileContext
): SliderQuestion {
	const min = readNumber(object, 'min', context) ?? 0;
	const max = readNumber(object, 'max', context) ?? 100;
	const step = readNumber(object, 'step', context) ?? 1;
	if (min >= max || step <= 0) {
		report(
			context,
			object.path,
			'range-invalid',
			'Linjens min ska vara mindre än max, och steget större än 0.'
		);
	}
	const labels = readEndLabels(object, min, max, context);
	return { ...base, kind: 'slider', min, max, step, ...labels };
}

function readEndLabels(
	object: OpenObject,
	min: number,
	max: number,
	context: CompileContext
): { lowLabel: LocalText | null; highLabel: LocalText | null } {
	if (readRaw(object, 'customLabels') === undefined) return { lowLabel: null, highLabel: null };
	const labels = readOptions(object, 'customLabels', 'sliderlabel', context);
	if (labels.some(({ code }) => code !== min && code !== max)) {
		report(
			context,
			pathOf(object, 'customLabels'),
			'slider-label-unsupported',
			`En linje kan bara ha text vid ändarna, ${min} och ${max}.`
		);
	}
	const findLabel = (end: number) => labels.find(({ code }) => code === end)?.label ?? null;
	return { lowLabel: findLabel(min), highLabel: findLabel(max) };
}

import type { Validator } from '../questionnaire.ts';
import type { CompileContext, Path } from './compile-context.ts';
import { report } from './compile-context.ts';
import { readExpression } from './compile-condition.ts';
import { readText } from './compile-text.ts';
import { validatorRulesByType } from './known-properties.ts';
import type { OpenObject } from './open-object.ts';
import {
	isRecord,
	openObject,
	pathOf,
	readBoolean,
	readLimit,
	readList,
	readNumber,
	readRaw
} from './open-object.ts';

/** Which checks each type of question has in SurveyJS (`settings.supportedValidators`). */
const supportedValidators: Readonly<Record<string, readonly string[]>> = {
	text: ['numeric', 'text', 'regex', 'email', 'expression'],
	comment: ['text', 'regex', 'expression'],
	checkbox: ['answercount', 'expression']
};

/** The checks of a question, in the order they are written. */
export function readValidators(
	question: OpenObject,
	questionType: string,
	context: CompileContext
): readonly Validator[] {
	return readList(question, 'validators', context).flatMap((raw, index): Validator[] => {
		const path = [...pathOf(question, 'validators'), index];
		const type = isRecord(raw) ? String(raw['type']).replace(/validator$/, '') : '';
		const rules = Object.hasOwn(validatorRulesByType, type) ? validatorRulesByType[type] : undefined;
		if (!isRecord(raw) || !rules) {
			const known = Object.keys(validatorRulesByType).join(', ');
			report(context, path, 'validator-unsupported', `Kontrollen stöds inte. De som stöds är ${known}.`);
			return [];
		}
		if (!(supportedValidators[questionType] ?? ['expression']).includes(type)) {
			report(
				context,
				path,
				'validator-unsupported',
				`Kontrollen ”${type}” passar inte frågor av typen ”${questionType}”.`
			);
		}
		const validator = compileValidator(
			type,
			openObject(raw, path, `${type}validator`, rules, context),
			context
		);
		return validator ? [validator] : [];
	});
}

function compileValidator(type: string, raw: OpenObject, context: CompileContext): Validator | null {
	const text = readText(raw, 'text', context);
	switch (type) {
		case 'numeric':
			return {
				kind: 'numeric',
				min: readNumber(raw, 'minValue', context),
				max: readNumber(raw, 'maxValue', context),
				text
			};
		case 'text':
			return {
				kind: 'text',
				minLength: readLimit(raw, 'minLength', context),
				maxLength: readLimit(raw, 'maxLength', context),
				allowDigits: readRaw(raw, 'allowDigits') === undefined || readBoolean(raw, 'allowDigits', context),
				text
			};
		case 'answercount':
			return {
				kind: 'answer-count',
				min: readLimit(raw, 'minCount', context),
				max: readLimit(raw, 'maxCount', context),
				text
			};
		case 'regex':
			return compileRegex(raw, text, context);
		case 'expression': {
			const expression = readExpression(raw, 'expression', context);
			return expression && { kind: 'expression', expression, text };
		}
		default:
			return { kind: 'email', text };
	}
}

function compileRegex(raw: OpenObject, text: Validator['text'], context: CompileContext): Validator | null {
	const pattern = readRaw(raw, 'regex');
	const path: Path = pathOf(raw, 'regex');
	if (typeof pattern !== 'string' || pattern === '') {
		report(context, path, 'validator-invalid', 'Kontrollen saknar mönster (regex).');
		return null;
	}
	try {
		new RegExp(pattern);
	} catch {
		report(context, path, 'validator-invalid', `Mönstret ”${pattern}” går inte att läsa.`);
		return null;
	}
	return { kind: 'regex', pattern, caseInsensitive: readBoolean(raw, 'caseInsensitive', context), text };
}

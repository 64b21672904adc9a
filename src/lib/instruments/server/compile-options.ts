import { areEqualValues } from '../are-equal-values.ts';
import type { Code, MatrixRow, Option, OptionRole } from '../questionnaire.ts';
import type { CompileContext, Path } from './compile-context.ts';
import { report } from './compile-context.ts';
import { readText } from './compile-text.ts';
import { itemRulesByClass } from './known-properties.ts';
import type { OpenObject } from './open-object.ts';
import { isRecord, openObject, pathOf, readBoolean, readList, readRaw } from './open-object.ts';

type ItemClass = keyof typeof itemRulesByClass;

/** The items of a list property as options. Bare values are refused except numbers where `mayBeBare` (a rating's scale). */
export function readOptions(
	object: OpenObject,
	name: string,
	itemClass: ItemClass,
	context: CompileContext,
	{ mayBeBare = false } = {}
): readonly Option[] {
	const options = readList(object, name, context).flatMap((raw, index): Option[] => {
		const path = [...pathOf(object, name), index];
		if (mayBeBare && typeof raw === 'number') return [{ code: raw, label: null, role: 'answer' }];
		if (!isRecord(raw) || raw['value'] === undefined || raw['value'] === null) {
			report(
				context,
				path,
				'option-without-code',
				'Alternativet saknar kod. Skriv {"value": koden på formuläret, "text": "…"}.'
			);
			return [];
		}
		const item = openObject(raw, path, itemClass, itemRulesByClass[itemClass], context);
		const code = readRaw(item, 'value');
		if (!isCode(code)) {
			report(context, [...path, 'value'], 'option-code-invalid', 'Koden ska vara en text eller ett tal.');
			return [];
		}
		// SurveyJS's own "none" is an exclusive option like any other.
		const role = readBoolean(item, 'isExclusive', context) ? 'none' : 'answer';
		return [{ code, label: readText(item, 'text', context), role }];
	});
	if (options.length === 0) {
		report(
			context,
			pathOf(object, name),
			'options-missing',
			`Listan ”${name}” är tom. Skriv minst ett alternativ.`
		);
	}
	return options;
}

/** SurveyJS's own codes and order (`settings.specialChoicesOrder`). */
const specialOptions: readonly (readonly [
	property: string,
	text: string,
	code: string,
	role: Exclude<OptionRole, 'answer'>
])[] = [
	['showNoneItem', 'noneText', 'none', 'none'],
	['showRefuseItem', 'refuseText', 'refused', 'refused'],
	['showDontKnowItem', 'dontKnowText', 'dontknow', 'dont-know'],
	['showOtherItem', 'otherText', 'other', 'other']
];

/** The options SurveyJS adds after the choices. Without a text of their own the interface names them by role. */
export function readSpecialOptions(object: OpenObject, context: CompileContext): readonly Option[] {
	return specialOptions.flatMap(([property, text, code, role]): Option[] => {
		const label = readText(object, text, context);
		return readBoolean(object, property, context) ? [{ code, label, role }] : [];
	});
}

/** Reports codes that SurveyJS or a form cannot tell apart: 1 and "1", "a" and "A". */
export function checkCodes(options: readonly Option[], path: Path, context: CompileContext): void {
	options.forEach((option, index) => {
		if (options.slice(0, index).some((earlier) => areEqualValues(earlier.code, option.code))) {
			report(
				context,
				path,
				'option-code-twice',
				`Koden ”${option.code}” finns på flera alternativ. Varje alternativ ska ha sin egen kod.`
			);
		}
	});
}

const rowPattern = /^[a-z0-9][a-z0-9_]{0,63}$/;
const reservedRowNames = new Set(['length', 'constructor']);

/** The rows of a matrix. Row names become keys in the answers and parts of expressions. */
export function readRows(object: OpenObject, context: CompileContext): readonly MatrixRow[] {
	const options = readOptions(object, 'rows', 'itemvalue', context);
	checkCodes(options, pathOf(object, 'rows'), context);
	return options.map(({ code, label }, index) => {
		const name = String(code);
		if (context.scope.has(name)) {
			report(
				context,
				[...pathOf(object, 'rows'), index, 'value'],
				'row-name-invalid',
				`Raden kan inte heta ”${name}”, som en fråga: villkor skulle inte kunna skilja dem åt.`
			);
		}
		if (!rowPattern.test(name) || reservedRowNames.has(name)) {
			report(
				context,
				[...pathOf(object, 'rows'), index, 'value'],
				'row-name-invalid',
				`Raden kan inte heta ”${name}”. Använd små bokstäver a–z, siffror och understreck.`
			);
		}
		return { name, label };
	});
}

function isCode(value: unknown): value is Code {
	return (
		(typeof value === 'string' && value.trim() !== '') ||
		(typeof value === 'number' && Number.isFinite(value)) ||
		typeof value === 'boolean'
	);
}

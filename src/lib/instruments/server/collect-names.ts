import type { CompileContext, Path } from './compile-context.ts';
import { report } from './compile-context.ts';
import { isRecord } from './open-object.ts';

const namePattern = /^[a-z][a-z0-9_]{0,63}$/;

/**
 * Names that mean something else in an expression (survey-core `settings.expressionVariables` and
 * `getBuiltInVariableNames()`), or in JavaScript.
 */
const reservedNames = new Set([
	'constructor',
	'length',
	'survey',
	'self',
	'parent',
	'matrix',
	'composite',
	'item',
	'choice',
	'column',
	'row',
	'panel',
	'pageno',
	'pagecount',
	'questioncount',
	'correctedanswers',
	'correctanswers',
	'correctedanswercount',
	'incorrectedanswers',
	'incorrectanswers',
	'incorrectedanswercount',
	'locale'
]);

/** A raw element of the definition and where it stands. */
export interface RawElement {
	readonly raw: Readonly<Record<string, unknown>>;
	readonly path: Path;
}

/** The pages of a definition; an old definition with elements at the root is one page. */
export function listRawPages(survey: Readonly<Record<string, unknown>>): RawElement[] {
	if (Array.isArray(survey['pages'])) return listRaw(survey['pages'], ['pages']);
	const key = 'elements' in survey ? 'elements' : 'questions';
	return Array.isArray(survey[key]) ? [{ raw: { name: 'page1', [key]: survey[key] }, path: [] }] : [];
}

/** The elements directly inside a page or a panel. */
export function listRawElements({ raw, path }: RawElement): RawElement[] {
	const key = 'elements' in raw ? 'elements' : 'questions';
	return listRaw(raw[key], [...path, key]);
}

function listRaw(value: unknown, path: Path): RawElement[] {
	if (!Array.isArray(value)) return [];
	return value.flatMap((raw, index) => (isRecord(raw) ? [{ raw, path: [...path, index] }] : []));
}

/**
 * Puts every name expressions may use in the scope, before anything is compiled, since a condition may look ahead.
 * Reports names that are missing, unsafe or used twice.
 */
export function collectNames(survey: Readonly<Record<string, unknown>>, context: CompileContext): void {
	const { scope } = context;
	const elementNames = new Set<string>();
	const visit = (element: RawElement): void => {
		const { raw, path } = element;
		const isPanel = raw['type'] === 'panel';
		const name = raw['name'];
		if (typeof name !== 'string' || name === '') {
			if (isPanel) return listRawElements(element).forEach(visit);
			return report(context, path, 'name-missing', 'Frågan saknar namn (name).');
		}
		if (elementNames.has(name.toLowerCase())) {
			report(
				context,
				[...path, 'name'],
				'name-twice',
				`Namnet ”${name}” används flera gånger. Varje fråga och panel ska ha ett eget namn.`
			);
		}
		elementNames.add(name.toLowerCase());
		if (isPanel) return listRawElements(element).forEach(visit);
		if (!namePattern.test(name) || reservedNames.has(name)) {
			report(
				context,
				[...path, 'name'],
				'name-invalid',
				`Frågan kan inte heta ”${name}”. Börja med en bokstav och använd a–z, 0–9 och understreck, med små bokstäver; ord som SurveyJS använder själv går inte.`
			);
			return;
		}
		scope.set(name, raw['type'] === 'checkbox' ? 'list' : raw['type'] === 'matrix' ? listRowNames(raw) : []);
		if (hasComment(raw)) scope.set(`${name}-Comment`, []);
	};
	for (const page of listRawPages(survey)) listRawElements(page).forEach(visit);
}

function listRowNames(raw: Readonly<Record<string, unknown>>): string[] {
	const rows = Array.isArray(raw['rows']) ? raw['rows'] : [];
	return rows.flatMap((row) => (isRecord(row) && row['value'] !== undefined ? [String(row['value'])] : []));
}

function hasComment(raw: Readonly<Record<string, unknown>>): boolean {
	return ['showCommentArea', 'hasComment', 'showOtherItem', 'hasOther'].some((key) => raw[key] === true);
}

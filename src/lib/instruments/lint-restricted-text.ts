import type { InstrumentFile } from './instrument-file.ts';
import type { Complaint } from './lint-finding.ts';

/** Keys whose text is for the machine. Everything else may be shown to somebody. */
const machineKeys = new Set([
	'$schema',
	'type',
	'name',
	'locale',
	'visibleIf',
	'enableIf',
	'requiredIf',
	'expression',
	'regex',
	'inputType',
	'valueName',
	'cellType',
	'min',
	'max',
	'titleLocation',
	'descriptionLocation',
	'questionTitleLocation',
	'questionDescriptionLocation',
	'textUpdateMode',
	'clearInvisibleValues',
	'showProgressBar',
	'progressBarLocation',
	'progressBarType',
	'showQuestionNumbers',
	'questionsOnPageMode',
	'checkErrorsMode',
	'displayMode',
	'rateType',
	'rateDisplayMode',
	'renderAs',
	'choicesOrder',
	'questionOrder',
	'rowOrder',
	'rateDescriptionLocation',
	'clearIfInvisible',
	'sliderType',
	'widthMode',
	'width',
	'minWidth',
	'maxWidth',
	'state',
	'autocomplete'
]);

/**
 * Every text in the definition of an instrument whose text may not lie in the repository, also a code made of words.
 * Only the name of the instrument itself (the survey's own title) is let through.
 */
export function lintRestrictedText(file: InstrumentFile, survey: unknown): Complaint[] {
	if (file.rights.mayShipText) return [];
	return listTextPaths(survey, '', [])
		.filter((path) => path[0] !== 'title')
		.map((path) => ({
			path,
			rule: 'restricted-text',
			message: 'Texten i det här formuläret får inte ligga här. Ta bort den; den registreras med tillståndet.'
		}));
}

type Path = readonly (string | number)[];

/** Where there is a text with a letter in it, under any key that is not known to be for the machine only. */
function listTextPaths(value: unknown, key: string, path: Path): Path[] {
	if (typeof value === 'string') return /\p{L}/u.test(value) && !machineKeys.has(key) ? [path] : [];
	if (Array.isArray(value))
		return value.flatMap((inner, index) => listTextPaths(inner, key, [...path, index]));
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, inner]) => listTextPaths(inner, name, [...path, name]));
}

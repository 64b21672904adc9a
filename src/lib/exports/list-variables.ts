import type { Instrument } from '#lib/instruments/instrument.ts';
import { listBackgroundVariables } from './background-variables.ts';
import type { ExportOrder } from './export-order.ts';
import { listQuestionVariables } from './question-variables.ts';
import { listScoreVariables } from './score-variables.ts';
import { splitLongTexts } from './split-long-texts.ts';
import { makeUnique } from './variable-name.ts';
import type { Variable } from './variable.ts';

/**
 * The columns of a file: which response, the questions in the form's order, the scores. The order and the names depend on
 * the instrument's version and on nothing else, so that a script works again next year.
 */
export function listVariables(
	instrument: Instrument,
	{ dataSet, ageForm, language, format }: Pick<ExportOrder, 'dataSet' | 'ageForm' | 'language' | 'format'>
): readonly Variable[] {
	const whole = [
		...listBackgroundVariables(dataSet, { ageForm, language, instrument }),
		...listQuestionVariables(instrument, language),
		...listScoreVariables(instrument, language)
	];
	const variables = format === 'spss' ? splitLongTexts(whole, language) : whole;
	const names = makeUnique(variables.map(({ name }) => name));
	return variables.map((variable, index) => ({ ...variable, name: names[index] ?? variable.name }));
}

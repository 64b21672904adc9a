/** Questionnaires for tests, from made-up SurveyJS definitions. */
import type { Questionnaire } from '#lib/instruments/questionnaire.ts';
import { compileDefinition } from '#lib/instruments/server/compile-definition.ts';

/** Compiles a definition that is known to be right. */
export function questionnaireOf(survey: object): Questionnaire {
	const origin = { instrumentId: 'made-up', version: '1.0.0', file: 'survey.json' };
	const { questionnaire, context } = compileDefinition({ locale: 'sv', ...survey }, origin);
	if (!questionnaire || context.findings.length > 0) throw new Error(JSON.stringify(context.findings));
	return questionnaire;
}

/** One page, `page`, with these questions. */
export function pageOf(...elements: object[]): Questionnaire {
	return questionnaireOf({ pages: [{ name: 'page', elements }] });
}

/** No = 0, yes = 1. */
export const noYes = [
	{ value: 0, text: 'Nej' },
	{ value: 1, text: 'Ja' }
];

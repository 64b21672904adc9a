import type { LintFinding } from '../lint-finding.ts';
import type { Questionnaire } from '../questionnaire.ts';
import type { Result } from '../../shared/result.ts';
import { ok, refuse } from '../../shared/result.ts';
import type { DefinitionOrigin } from './compile-definition.ts';
import { compileDefinition } from './compile-definition.ts';
import { lintWithSurveyjs } from './lint-with-surveyjs.ts';

/**
 * Turns SurveyJS JSON into the questionnaire the engine runs. Refuses, with file and JSON pointer, everything it
 * does not understand and what SurveyJS's own linter warns about: nothing in a definition is dropped silently
 * except the presentation listed as 'ignored' in `known-properties.ts`.
 */
export function compileQuestionnaire(
	surveyJson: unknown,
	origin: DefinitionOrigin
): Result<Questionnaire, readonly LintFinding[]> {
	const { questionnaire, context } = compileDefinition(surveyJson, origin);
	// What the linter says about a definition that could not be compiled is mostly the same thing again.
	if (questionnaire && context.findings.length === 0) lintWithSurveyjs(surveyJson, context);
	return questionnaire && context.findings.length === 0 ? ok(questionnaire) : refuse(context.findings);
}

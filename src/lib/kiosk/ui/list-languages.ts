/** The languages a tablet can be read in: those of its surveys, and the program's own. */
import { listLanguageChoices, type LanguageChoice } from '#lib/collection/ui/language-choice.ts';
import type { LanguageTag } from '#lib/instruments/questionnaire.ts';
import type { ManifestSurvey } from '../kiosk-manifest.ts';

/** Swedish first, then as they come, each named in itself. */
export function listLanguages(
	surveys: readonly ManifestSurvey[],
	current: LanguageTag
): readonly LanguageChoice[] {
	return listLanguageChoices(
		surveys.flatMap(({ instrument }) => instrument.questionnaire.languages),
		current
	);
}

import { lintSurvey } from 'survey-core/linter';
import type { CompileContext, Path } from './compile-context.ts';
import { report } from './compile-context.ts';

/** What SurveyJS's own linter finds that the compiler does not look for, in Swedish. */
const sentences: Readonly<Record<string, string>> = {
	'reference/self': 'Villkoret frågar efter sin egen fråga.',
	'expression/unknown-choice': 'Villkoret jämför med ett svar som inte finns bland alternativen.',
	'expression/type-mismatch': 'Villkoret jämför saker av olika slag.',
	'expression/contradiction': 'Villkoret kan aldrig bli sant.',
	'expression/meaningless-condition': 'Villkoret ger alltid samma svar.',
	'element/count-contradiction': 'Gränserna för antal går inte ihop.',
	'element/never-visible': 'Det här kan aldrig visas.',
	'validator/dead': 'Kontrollen kan aldrig slå till.',
	'property/invalid-value': 'Värdet är inte ett av dem som SurveyJS tillåter.',
	'property/not-an-array': 'Här ska det stå en lista.',
	'page/empty': 'Sidan är tom.'
};

/** Adds the errors and warnings of `survey-core/linter` that the compiler does not look for itself. */
export function lintWithSurveyjs(survey: unknown, context: CompileContext): void {
	for (const { ruleId, severity, message, path } of lintSurvey(survey).findings) {
		const sentence = Object.hasOwn(sentences, ruleId) ? sentences[ruleId] : undefined;
		// SurveyJS only knows the languages whose interface texts are loaded; ours are the definition's own.
		if (severity === 'info' || !sentence || path === 'locale') continue;
		// It takes the number of ticked options, {question.length}, for the list itself.
		if (ruleId === 'expression/type-mismatch' && message.includes('.length')) continue;
		report(context, toPath(path), `surveyjs/${ruleId}`, `${sentence} SurveyJS säger: ${message}`);
	}
}

/** `pages[0].elements[1].visibleIf` → ['pages', 0, 'elements', 1, 'visibleIf']. */
function toPath(path: string): Path {
	return [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([part, index]) => (index ? Number(index) : part));
}

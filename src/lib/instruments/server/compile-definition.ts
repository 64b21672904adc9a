import type { Page, Questionnaire } from '../questionnaire.ts';
import { collectNames, listRawPages } from './collect-names.ts';
import type { CompileContext } from './compile-context.ts';
import { report } from './compile-context.ts';
import { compilePage } from './compile-elements.ts';
import { checkLanguages, compileText, languagePattern } from './compile-text.ts';
import { surveyRules } from './known-properties.ts';
import { checkRecords, isRecord, openObject, pathOf, readLimit, readRaw } from './open-object.ts';
import { splitPages } from './split-pages.ts';

/** The language of plain texts when the definition has no `locale`: this is a Swedish platform. */
const assumedLanguage = 'sv';

/** What the questionnaire is called outside the definition, and the file that findings name. */
export interface DefinitionOrigin {
	readonly instrumentId: string;
	readonly version: string;
	readonly file: string;
}

/** A compiled definition with what was found on the way; the questionnaire counts only when nothing was. */
export interface CompiledDefinition {
	readonly questionnaire: Questionnaire | null;
	readonly context: CompileContext;
}

/** Compiles without SurveyJS's linter: everything a definition needs to be run, not whether it is sensible. */
export function compileDefinition(
	surveyJson: unknown,
	{ instrumentId, version, file }: DefinitionOrigin
): CompiledDefinition {
	const survey = isRecord(surveyJson) ? surveyJson : {};
	const context = openContext(survey, file);
	if (!isRecord(surveyJson) || listRawPages(survey).length === 0) {
		report(context, [], 'survey-empty', 'Filen ska vara ett SurveyJS-formulär med minst en sida (pages).');
		return { questionnaire: null, context };
	}
	collectNames(survey, context);
	const object = openObject(survey, [], 'survey', surveyRules, context);
	const title = compileText(readRaw(object, 'title'), pathOf(object, 'title'), context);
	const description = compileText(readRaw(object, 'description'), pathOf(object, 'description'), context);
	if (!languagePattern.test(context.defaultLanguage)) {
		report(context, ['locale'], 'language-unknown', 'Skriv formulärets språk, till exempel "sv".');
	}
	checkRecords(object, 'pages', context);
	if (readRaw(object, 'pages') !== undefined && readRaw(object, 'elements') !== undefined) {
		report(
			context,
			pathOf(object, 'elements'),
			'survey-mixed',
			'Frågorna ska ligga på sidorna (pages), inte bredvid dem.'
		);
	}
	const maxTextLength = readLimit(object, 'maxTextLength', context);
	const written = listRawPages(survey).map((page, index) =>
		compilePage(page, index, { ...context, maxTextLength })
	);
	const pages =
		readRaw(object, 'questionsOnPageMode') === 'questionPerPage' ? splitPages(written, context) : written;
	checkPageNames(pages, context);
	return {
		questionnaire: {
			instrumentId,
			version,
			title,
			description,
			languages: checkLanguages(context),
			defaultLanguage: context.defaultLanguage,
			pages,
			hasReview: true
		},
		context
	};
}

function openContext(survey: Readonly<Record<string, unknown>>, file: string): CompileContext {
	const locale = survey['locale'];
	return {
		file,
		defaultLanguage: typeof locale === 'string' && locale !== '' ? locale : assumedLanguage,
		scope: new Map(),
		findings: [],
		texts: [],
		maxTextLength: null
	};
}

const pageNamePattern = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

/** Page names stand in addresses. */
function checkPageNames(pages: readonly Page[], context: CompileContext): void {
	pages.forEach(({ name }, index) => {
		if (!pageNamePattern.test(name)) {
			report(
				context,
				['pages', index, 'name'],
				'page-name-invalid',
				`Sidan kan inte heta ”${name}”. Börja med en bokstav och använd a–z, 0–9, bindestreck och understreck.`
			);
		}
		if (pages.findIndex((page) => page.name === name) < index) {
			report(context, ['pages', index, 'name'], 'name-twice', `Flera sidor heter ”${name}”.`);
		}
	});
}

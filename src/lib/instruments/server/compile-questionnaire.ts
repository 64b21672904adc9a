import type { LintFinding } from '../lint-finding.ts';
import type { Page, Questionnaire } from '../questionnaire.ts';
import type { Result } from '../../shared/result.ts';
import { ok, refuse } from '../../shared/result.ts';
import { collectNames, listRawPages } from './collect-names.ts';
import type { CompileContext } from './compile-context.ts';
import { report } from './compile-context.ts';
import { compilePage } from './compile-elements.ts';
import { checkLanguages, compileText, languagePattern } from './compile-text.ts';
import { surveyRules } from './known-properties.ts';
import { lintWithSurveyjs } from './lint-with-surveyjs.ts';
import { checkRecords, isRecord, openObject, pathOf, readLimit, readRaw } from './open-object.ts';
import { splitPages } from './split-pages.ts';

/** The language of plain texts when the definition has no `locale`: this is a Swedish platform. */
const assumedLanguage = 'sv';

/**
 * Turns SurveyJS JSON into the questionnaire the engine runs. Refuses, with file and JSON pointer, everything it
 * does not understand: nothing in a definition is dropped silently except the presentation listed as 'ignored'
 * in `known-properties.ts`.
 */
export function compileQuestionnaire(
	surveyJson: unknown,
	{ instrumentId, version, file }: { instrumentId: string; version: string; file: string }
): Result<Questionnaire, readonly LintFinding[]> {
	const survey = isRecord(surveyJson) ? surveyJson : {};
	const context = openContext(survey, file);
	if (!isRecord(surveyJson) || listRawPages(survey).length === 0) {
		report(context, [], 'survey-empty', 'Filen ska vara ett SurveyJS-formulär med minst en sida (pages).');
		return refuse(context.findings);
	}
	collectNames(survey, context);
	const object = openObject(survey, [], 'survey', surveyRules, context);
	const title = compileText(readRaw(object, 'title'), pathOf(object, 'title'), context);
	const description = compileText(readRaw(object, 'description'), pathOf(object, 'description'), context);
	if (!languagePattern.test(context.defaultLanguage)) {
		report(context, ['locale'], 'language-unknown', 'Skriv formulärets språk, till exempel "sv".');
	}
	const maxTextLength = readLimit(object, 'maxTextLength', context);
	checkRecords(object, 'pages', context);
	if (readRaw(object, 'pages') !== undefined && readRaw(object, 'elements') !== undefined) {
		report(
			context,
			pathOf(object, 'elements'),
			'survey-mixed',
			'Frågorna ska ligga på sidorna (pages), inte bredvid dem.'
		);
	}
	const written = listRawPages(survey).map((page, index) =>
		compilePage(page, index, { ...context, maxTextLength })
	);
	const pages =
		readRaw(object, 'questionsOnPageMode') === 'questionPerPage' ? splitPages(written, context) : written;
	checkPageNames(pages, context);
	const languages = checkLanguages(context);
	lintWithSurveyjs(survey, context);
	if (context.findings.length > 0) return refuse(context.findings);
	return ok({
		instrumentId,
		version,
		title,
		description,
		languages,
		defaultLanguage: context.defaultLanguage,
		pages,
		hasReview: true
	});
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

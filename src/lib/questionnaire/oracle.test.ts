import * as fc from 'fast-check';
import { ConditionRunner, ExpressionRunner, SurveyModel } from 'survey-core';
import type { PanelModelBase } from 'survey-core';
import { describe, expect, it } from 'vitest';
import { definitionsWithAnswers } from '#tests/build/random-definition.ts';
import type { Json } from '#tests/build/random-definition.ts';
import { expressionsOver, values } from '#tests/build/random-expression.ts';
import { evaluateExpression, isTrue } from '../instruments/evaluate-expression.ts';
import type { Answers, Questionnaire } from '../instruments/questionnaire.ts';
import { compileExpression } from '../instruments/server/compile-expression.ts';
import { compileDefinition } from '../instruments/server/compile-definition.ts';
import { isDemanded } from './conditions.ts';
import { isAnswered } from './is-answered.ts';
import { keepVisibleAnswers } from './visible-answers.ts';
import { validatePage } from './validate.ts';
import { listVisiblePages } from './visible-pages.ts';
import { listVisibleQuestions } from './visible-questions.ts';

/** Same numbers every time; set ORACLE_SEED and ORACLE_RUNS to look further. */
const seed = Number(process.env['ORACLE_SEED'] ?? 20261123);
const runs = Number(process.env['ORACLE_RUNS'] ?? 300);
/** Milliseconds; a survey takes some ten of them to open. */
const timeout = 60_000 + runs * 100;

describe('expressions', () => {
	const scope = new Map<string, readonly string[]>([
		['a', []],
		['b', []],
		['c', []],
		['m', ['r1', 'r2']]
	]);
	const answers = fc.record(
		{
			a: values,
			b: values,
			c: values,
			m: fc.dictionary(fc.constantFrom('r1', 'r2'), values, { noNullPrototype: true })
		},
		{ requiredKeys: [] }
	);
	// A question or a row that exists and is not answered is found, with nothing in it, as in a survey.
	const unanswered = {
		getValue: ({ path }: { path: { name: string }[] }) =>
			path.at(-1)?.name === 'length'
				? undefined
				: { isFound: true, value: path.length > 1 ? null : undefined }
	};

	it('have the value survey-core gives them', { timeout }, () => {
		let compared = 0;
		fc.assert(
			fc.property(
				expressionsOver(['a', 'b', 'c', 'm.r1', 'A', 'a.length', 'b.length']),
				answers,
				(text, given) => {
					const compiled = compileExpression(text, scope);
					fc.pre(compiled.ok);
					if (!compiled.ok) return;
					const properties = { context: unanswered };
					const wanted = runOrThrow(() =>
						new ExpressionRunner(text).runValues(structuredClone(given), properties)
					);
					// survey-core throws on some sums of fractions and texts; the engine never throws.
					fc.pre(wanted !== thrown);
					compared += 1;
					expect(normalise(evaluateExpression(compiled.value, given as Answers))).toEqual(normalise(wanted));
					expect(isTrue(compiled.value, given as Answers)).toBe(
						new ConditionRunner(text).runValues(structuredClone(given), properties)
					);
				}
			),
			{ seed, numRuns: runs * 10 }
		);
		expect(compared).toBeGreaterThan(runs * 9);
	});
});

const thrown = Symbol('thrown');

function runOrThrow(run: () => unknown): unknown {
	try {
		return run();
	} catch {
		return thrown;
	}
}

function normalise(value: unknown): unknown {
	return value === undefined ? null : Object.is(value, -0) ? 0 : value;
}

describe('questionnaires', () => {
	it('show, open and demand the same questions as a survey does', { timeout }, () => {
		fc.assert(
			fc.property(definitionsWithAnswers(), ({ survey: json, answers }) => {
				const questionnaire = compile(json);
				const survey = openSurvey(json, answers);
				expect(listVisiblePages(questionnaire, answers as Answers).map((page) => page.name)).toEqual(
					survey.pages.filter((page) => page.isVisible).map((page) => page.name)
				);
				expect(describeQuestions(questionnaire, answers as Answers)).toEqual(describeSurvey(survey));
			}),
			{ seed, numRuns: runs }
		);
	});

	it('find the same things wrong as a survey does', { timeout }, () => {
		fc.assert(
			fc.property(definitionsWithAnswers(), ({ survey: json, answers }) => {
				const questionnaire = compile(json);
				const survey = openSurvey(json, answers);
				for (const page of questionnaire.pages) {
					expect(listProblems(questionnaire, answers as Answers, page.name)).toEqual(
						listSurveyErrors(survey, page.name)
					);
				}
			}),
			{ seed, numRuns: runs }
		);
	});

	it('keep the same answers at the end when conditions look back', { timeout }, () => {
		fc.assert(
			fc.property(definitionsWithAnswers({ looksBack: true }), ({ survey: json, answers }) => {
				const kept = keepVisibleAnswers(compile(json), answers as Answers);
				const survey = openSurvey(json, answers);
				survey.doComplete();
				expect(kept).toEqual(withoutBlanks(survey.data as Json));
			}),
			{ seed, numRuns: runs }
		);
	});
});

/** Without SurveyJS's linter, which rightly finds random conditions odd. */
function compile(json: Json): Questionnaire {
	const { questionnaire, context } = compileDefinition(json, { instrumentId: 'x', version: '1', file: 'x' });
	expect(context.findings).toEqual([]);
	if (!questionnaire) throw new Error('no questionnaire');
	return questionnaire;
}

function openSurvey(json: Json, answers: Json): SurveyModel {
	const opened = runOrThrow(() => {
		const survey = new SurveyModel(structuredClone(json));
		survey.data = structuredClone(answers);
		return survey;
	});
	// survey-core throws when a fraction is added to a list; the engine never throws.
	fc.pre(opened !== thrown);
	return opened as SurveyModel;
}

function describeQuestions(questionnaire: Questionnaire, answers: Answers) {
	return listVisiblePages(questionnaire, answers).flatMap((page) =>
		listVisibleQuestions(page, answers).map(({ question, isEnabled }) => ({
			name: question.name,
			isEnabled,
			isRequired: isDemanded(question, answers)
		}))
	);
}

function describeSurvey(survey: SurveyModel) {
	return survey
		.getAllQuestions()
		.filter((question) => question.isVisible && question.isParentVisible)
		.map(({ name, isReadOnly, isRequired }) => ({ name, isEnabled: !isReadOnly, isRequired }));
}

/** survey-core tells apart four kinds of errors and calls the rest custom; so many of each is compared. */
function listProblems(questionnaire: Questionnaire, answers: Answers, pageName: string): string[] {
	const kinds: Readonly<Record<string, string>> = {
		required: 'required',
		'one-required': 'requireoneanswer',
		'other-required': 'otherempty',
		'not-a-number': 'requirenumeric'
	};
	const problems = validatePage(questionnaire, answers, pageName).map(({ question, row, code }) =>
		row === undefined ? `${question} ${kinds[code] ?? 'custom'}` : `${question} requiredinallrowserror`
	);
	// SurveyJS says once that a row is missing.
	const rows = new Set(problems.filter((problem) => problem.endsWith('rowserror')));
	return [...problems.filter((problem) => !problem.endsWith('rowserror')), ...rows].sort();
}

function listSurveyErrors(survey: SurveyModel, pageName: string): string[] {
	const page = survey.getPageByName(pageName);
	if (!page.isVisible) return [];
	page.validate(true, false);
	const questions = page.questions
		.filter((question) => question.isVisible && question.isParentVisible)
		.flatMap((question) => question.errors.map((error) => `${question.name} ${error.getErrorType()}`));
	const panels = survey.getAllPanels() as unknown as PanelModelBase[];
	const containers = [page, ...panels.filter((panel) => panel.isVisible && panel.parent === page)];
	const demands = containers.flatMap((container) =>
		container.errors.map((error) => `${firstVisible(container)} ${error.getErrorType()}`)
	);
	return [...questions, ...demands].sort();
}

function firstVisible(container: PanelModelBase): string | undefined {
	return container.questions.find((question) => question.isVisible && question.isParentVisible)?.name;
}

/** Blank text is kept by SurveyJS and is no answer here. */
function withoutBlanks(data: Json): Json {
	return Object.fromEntries(Object.entries(data).filter(([, value]) => isAnswered(value)));
}

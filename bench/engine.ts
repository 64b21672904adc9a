/**
 * The engine beside survey-core, on the same page in the same process: 30 questions of which most have conditions,
 * one answer changed at a time, then what is visible and what is wrong. And how small the engine is in a browser.
 * The definition and the answers are made up.
 */
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { SurveyModel } from 'survey-core';
import { build } from 'vite';
import type { Answers, Questionnaire } from '#lib/instruments/questionnaire.ts';
import { compileQuestionnaire } from '#lib/instruments/server/compile-questionnaire.ts';
import { checkPage } from '#lib/questionnaire/check-page.ts';
import { viewPage } from '#lib/questionnaire/view-page.ts';
import { printFigure } from './figure.ts';

const questionCount = 30;
const pageName = 'page';

/** Choices, ticks, numbers and texts; each looks at the one before, and every third demands an answer. */
function makeDefinition(): object {
	const choices = [0, 1, 2, 3, 4].map((value) => ({ value, text: `Alternativ ${value}` }));
	const kinds = [
		{ type: 'radiogroup', choices },
		{ type: 'checkbox', choices },
		{ type: 'text', inputType: 'number', validators: [{ type: 'numeric', minValue: 1, maxValue: 4 }] },
		{ type: 'rating', rateMin: 0, rateMax: 4 },
		{ type: 'comment', validators: [{ type: 'text', minLength: 2 }] }
	];
	const elements = Array.from({ length: questionCount }, (_, index) => {
		const before = `{q${index - 1}}`;
		return {
			name: `q${index}`,
			title: `Fråga ${index + 1}`,
			...kinds[index % kinds.length],
			...(index === 0 ? {} : { visibleIf: `${before} notempty or {q0} <> 0` }),
			...(index % 3 === 1 ? { requiredIf: '{q0} >= 1' } : {}),
			...(index % 5 === 4 ? { enableIf: '{q0} < 4' } : {})
		};
	});
	return { locale: 'sv', pages: [{ name: pageName, elements }] };
}

/** Answers to all questions; the first one changes from step to step. */
function makeAnswers(step: number): Answers {
	const values = [0, [1, 2], 3, 4, 'åäö'] as const;
	const entries = Array.from({ length: questionCount }, (_, index) => [
		`q${index}`,
		values[index % values.length]
	]);
	return { ...(Object.fromEntries(entries) as Answers), q0: step % 5 };
}

/** Steps a second of processor time, which is the same whatever else the machine does. */
function measure(steps: number, run: (step: number) => number): number {
	const before = process.cpuUsage();
	for (let step = 0; step < steps; step += 1) run(step);
	const { user, system } = process.cpuUsage(before);
	return (steps * 1_000_000) / (user + system);
}

/** The median of nine rounds in which each takes its turn, after one that warms up. */
function compare(runs: readonly (() => number)[]): number[] {
	const rounds = Array.from({ length: 10 }, () => runs.map((run) => run())).slice(1);
	return runs.map((_, index) => rounds.map((round) => round[index] ?? 0).sort((a, b) => a - b)[4] ?? 0);
}

function compile(definition: object): Questionnaire {
	const compiled = compileQuestionnaire(definition, { instrumentId: 'bench', version: '1', file: 'bench' });
	if (!compiled.ok) throw new Error(compiled.problem[0]?.message ?? '');
	return compiled.value;
}

const definition = makeDefinition();
const questionnaire = compile(definition);
const [page] = questionnaire.pages;
if (!page) throw new Error('no page');
const given = Array.from({ length: 5 }, (_, step) => makeAnswers(step));

const engineStep = (step: number): number => {
	const answers = given[step % 5] ?? {};
	const { questions, problems } = checkPage(page, answers);
	return questions.length + problems.length;
};

const survey = new SurveyModel(definition);
survey.data = given[0];
const surveyPage = survey.getPageByName(pageName);
const surveyStep = (step: number): number => {
	survey.setValue('q0', step % 5);
	surveyPage.validate(true, false);
	const visible = surveyPage.questions.filter((question) => question.isVisible);
	return visible.length + visible.reduce((sum, question) => sum + question.errors.length, 0);
};

/** As on a server, where every request starts from the definition. */
const surveyRequest = (step: number): number => {
	const opened = new SurveyModel(definition);
	opened.data = given[step % 5];
	const openedPage = opened.getPageByName(pageName);
	openedPage.validate(true, false);
	const visible = openedPage.questions.filter((question) => question.isVisible);
	return visible.length + visible.reduce((sum, question) => sum + question.errors.length, 0);
};

for (let step = 0; step < 5; step += 1) {
	const counts = [engineStep(step), surveyStep(step), surveyRequest(step)];
	if (new Set(counts).size !== 1) throw new Error(`not the same work: ${counts.join(', ')}`);
}

const viewStep = (step: number): number =>
	viewPage(questionnaire, given[step % 5] ?? {}, 'sv', pageName, { withProblems: true }).elements.length;
const [engine = 0, view = 0, surveyLive = 0, surveyFresh = 0] = compare([
	() => measure(20_000, engineStep),
	() => measure(5_000, viewStep),
	() => measure(100, surveyStep),
	() => measure(5, surveyRequest)
]);

printFigure({
	name: 'engine: page steps per second, 30 questions with conditions',
	value: Math.round(engine),
	unit: 'steps/s'
});
printFigure({
	name: 'engine: page views with texts and problems per second',
	value: Math.round(view),
	unit: 'views/s'
});
printFigure({
	name: 'survey-core: page steps per second in an open survey',
	value: Math.round(surveyLive),
	unit: 'steps/s'
});
printFigure({
	name: 'survey-core: page steps per second from the definition, as in a request',
	value: Math.round(surveyFresh),
	unit: 'steps/s'
});
printFigure({
	name: 'engine: page step, times faster than an open survey',
	value: Math.round(engine / surveyLive),
	unit: 'times',
	target: { atLeast: 200 }
});
printFigure({
	name: 'engine: page step, times faster than survey-core in a request',
	value: Math.round(engine / surveyFresh),
	unit: 'times',
	target: { atLeast: 200 }
});

/** What a browser needs to run a page: minified by the build the app itself uses, then brotli as the server sends it. */
const engineEntry = `
	export { viewPage } from '#lib/questionnaire/view-page.ts';
	export { validatePage, validateAll } from '#lib/questionnaire/validate.ts';
	export { findNextPage, findPreviousPage } from '#lib/questionnaire/next-page.ts';
	export { measureProgress } from '#lib/questionnaire/progress.ts';
	export { evaluateExpression } from '#lib/instruments/evaluate-expression.ts';`;

async function measureBundle(entry: string): Promise<number> {
	const root = join(import.meta.dirname, '..');
	const id = join(root, 'bench/entry.js');
	const result = await build({
		configFile: false,
		root,
		logLevel: 'silent',
		plugins: [
			{
				name: 'entry',
				resolveId: (source) => (source === id ? id : undefined),
				load: (source) => (source === id ? entry : undefined)
			}
		],
		build: { write: false, minify: true, lib: { entry: id, formats: ['es'], fileName: 'entry' } }
	});
	const outputs = (Array.isArray(result) ? result : [result]).flatMap((built) =>
		'output' in built ? built.output : []
	);
	const code = outputs.map((output) => (output.type === 'chunk' ? output.code : '')).join('');
	return brotliCompressSync(code).length;
}

printFigure({
	name: 'engine: JavaScript for a page in a browser, minified and brotli',
	value: await measureBundle(engineEntry),
	unit: 'bytes',
	target: { atMost: 8_000 }
});
printFigure({
	name: 'survey-core: JavaScript for the same, minified and brotli',
	value: await measureBundle("export { SurveyModel } from 'survey-core';"),
	unit: 'bytes'
});

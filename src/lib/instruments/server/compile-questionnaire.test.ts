import { describe, expect, it } from 'vitest';
import type { Question, Questionnaire } from '../questionnaire.ts';
import { compileQuestionnaire } from './compile-questionnaire.ts';

/** All definitions here are made up. */
const origin = { instrumentId: 'made-up', version: '1.0.0', file: 'survey.json' };
const options = [
	{ value: 0, text: 'Nej' },
	{ value: 1, text: 'Ja' }
];
const radio = { type: 'radiogroup', name: 'q1', title: 'Fråga', choices: options };

function inPage(...elements: object[]) {
	return { pages: [{ name: 'sida', elements }] };
}

function compile(survey: unknown): Questionnaire {
	const compiled = compileQuestionnaire(survey, origin);
	if (!compiled.ok) throw new Error(JSON.stringify(compiled.problem, null, 1));
	return compiled.value;
}

function compileOne(question: object): Question {
	const element = compile(inPage(question)).pages[0]?.elements[0];
	if (!element || element.kind === 'panel') throw new Error('no question');
	return element;
}

function findings(survey: unknown): string[] {
	const compiled = compileQuestionnaire(survey, origin);
	return compiled.ok ? [] : compiled.problem.map(({ pointer, rule }) => `${pointer} ${rule}`);
}

describe('compileQuestionnaire', () => {
	it('keeps codes, texts and conditions', () => {
		const questionnaire = compile({
			locale: 'sv',
			title: 'Om dig',
			...inPage(radio, { ...radio, name: 'q2', visibleIf: '{q1} = 1', isRequired: true, description: 'Stöd' })
		});
		expect(questionnaire).toMatchObject({
			instrumentId: 'made-up',
			title: { sv: 'Om dig' },
			languages: ['sv'],
			defaultLanguage: 'sv',
			hasReview: true
		});
		expect(questionnaire.pages[0]?.elements[1]).toMatchObject({
			kind: 'radiogroup',
			name: 'q2',
			title: { sv: 'Fråga' },
			help: { sv: 'Stöd' },
			isRequired: true,
			visibleIf: { kind: 'binary', operator: 'equal' },
			options: [
				{ code: 0, label: { sv: 'Nej' }, role: 'answer' },
				{ code: 1, label: { sv: 'Ja' }, role: 'answer' }
			]
		});
	});

	it('leaves a missing title missing: the name is no wording', () => {
		expect(compileOne({ type: 'rating', name: 'kasam_1', rateMax: 7 }).title).toBeNull();
	});

	it('makes a page of each question, with the conditions and titles round it', () => {
		const questionnaire = compile({
			questionsOnPageMode: 'questionPerPage',
			pages: [
				{
					name: 'alla',
					description: 'Instruktion',
					visibleIf: '{q1} empty or {q1} = 1',
					elements: [
						radio,
						{ type: 'panel', name: 'del', title: 'Del', visibleIf: '{q1} = 1', elements: [{ ...radio, name: 'q2' }] }
					]
				}
			]
		});
		expect(questionnaire.pages.map(({ name }) => name)).toEqual(['q1', 'q2']);
		expect(questionnaire.pages[1]).toMatchObject({
			description: { sv: 'Instruktion' },
			visibleIf: { operator: 'or' },
			elements: [{ kind: 'panel', title: { sv: 'Del' }, visibleIf: { operator: 'equal' }, elements: [{ name: 'q2' }] }]
		});
	});

	it('takes old SurveyJS names and files with questions at the root', () => {
		const survey = { questions: [{ ...radio, hasComment: true, hasOther: false }] };
		expect(compile(survey).pages[0]?.elements[0]).toMatchObject({ comment: { label: null } });
	});

	it('reads several languages, the default among them', () => {
		const title = { default: 'Fråga', en: 'Question' };
		const choices = [{ value: 1, text: { sv: 'Ja', en: 'Yes' } }];
		const questionnaire = compile({ locale: 'sv', ...inPage({ ...radio, title, choices }) });
		expect(questionnaire.languages).toEqual(['sv', 'en']);
		expect(questionnaire.pages[0]?.elements[0]).toMatchObject({ title: { sv: 'Fråga', en: 'Question' } });
	});
});

describe('question types', () => {
	it('gives options that exclude the rest their roles, in SurveyJS order', () => {
		const question = compileOne({
			...radio,
			type: 'checkbox',
			showNoneItem: true,
			showRefuseItem: true,
			refuseText: 'Vill ej svara',
			showDontKnowItem: true,
			showOtherItem: true,
			otherPlaceholder: 'Vad då?',
			maxSelectedChoices: 2
		});
		expect(question).toMatchObject({ kind: 'checkbox', minSelected: null, maxSelected: 2, otherLabel: { sv: 'Vad då?' } });
		expect('options' in question && question.options.slice(2)).toEqual([
			{ code: 'none', label: null, role: 'none' },
			{ code: 'refused', label: { sv: 'Vill ej svara' }, role: 'refused' },
			{ code: 'dontknow', label: null, role: 'dont-know' },
			{ code: 'other', label: null, role: 'other' }
		]);
	});

	it.each([
		[{ rateMin: 0, rateMax: 3 }, [0, 1, 2, 3]],
		[{ rateMin: 0, rateCount: 4 }, [0, 1, 2, 3]],
		[{ rateMax: 10, rateCount: 4 }, [7, 8, 9, 10]],
		[{ rateMin: 0, rateMax: 1, rateStep: 0.25 }, [0, 0.25, 0.5, 0.75, 1]],
		[{ rateValues: [1, { value: 2, text: 'två' }] }, [1, 2]]
	])('makes the steps of a rating from %j', (settings, codes) => {
		const question = compileOne({ type: 'rating', name: 'q', ...settings });
		expect('options' in question && question.options.map(({ code }) => code)).toEqual(codes);
	});

	it('puts yes first, with its own codes', () => {
		expect(compileOne({ type: 'boolean', name: 'q', valueTrue: 'ja', valueFalse: 'nej', labelTrue: 'Ja', labelFalse: 'Nej' })).toMatchObject({
			options: [{ code: 'ja', label: { sv: 'Ja' } }, { code: 'nej', label: { sv: 'Nej' } }]
		});
		expect(compileOne({ type: 'boolean', name: 'q' })).toMatchObject({ options: [{ code: true }, { code: false }] });
	});

	it('reads limits of numbers and days', () => {
		expect(
			compileOne({ type: 'text', name: 'q', inputType: 'number', min: 0, max: '7', step: 0.5, minErrorText: 'Minst {0}' })
		).toMatchObject({ inputType: 'number', min: 0, max: 7, step: 0.5, minErrorText: { sv: 'Minst 0' } });
		// survey-core `settings.maxDate`.
		expect(compileOne({ type: 'text', name: 'q', inputType: 'date', min: '2026-01-01' })).toMatchObject({
			min: '2026-01-01',
			max: '2999-12-31'
		});
	});

	it('takes the longest text from the survey when the question has none', () => {
		const survey = { maxTextLength: 200, ...inPage({ type: 'comment', name: 'q1' }, { type: 'text', name: 'q2', maxLength: 9 }) };
		expect(compile(survey).pages[0]?.elements).toMatchObject([{ maxLength: 200, rows: 4 }, { maxLength: 9 }]);
	});

	it('puts words at the ends of a line', () => {
		const customLabels = [{ value: 0, text: 'sämst' }, { value: 10, text: 'bäst' }];
		expect(compileOne({ type: 'slider', name: 'q', max: 10, customLabels })).toMatchObject({
			min: 0,
			max: 10,
			step: 1,
			lowLabel: { sv: 'sämst' },
			highLabel: { sv: 'bäst' }
		});
	});

	it('reads the rows and columns of a matrix', () => {
		const rows = [{ value: 'mat', text: 'Maten' }];
		expect(compileOne({ type: 'matrix', name: 'q', rows, columns: options, isAllRowRequired: true })).toMatchObject({
			rows: [{ name: 'mat', label: { sv: 'Maten' } }],
			columns: [{ code: 0 }, { code: 1 }],
			eachRowRequired: true
		});
	});

	it('reads validators', () => {
		const validators = [
			{ type: 'numeric', minValue: 0, text: 'Minst 0' },
			{ type: 'text', minLength: 2, maxLength: 0, allowDigits: false },
			{ type: 'regex', regex: '^a', insensitive: true },
			{ type: 'email' },
			{ type: 'answercount', minCount: 1 },
			{ type: 'expression', expression: '{q1.length} < 9' }
		];
		const survey = inPage({ type: 'text', name: 'q', validators: validators.slice(0, 4) });
		expect(compile(survey).pages[0]?.elements[0]).toMatchObject({
			validators: [
				{ kind: 'numeric', min: 0, max: null, text: { sv: 'Minst 0' } },
				{ kind: 'text', minLength: 2, maxLength: null, allowDigits: false },
				{ kind: 'regex', pattern: '^a', caseInsensitive: true },
				{ kind: 'email' }
			]
		});
		expect(compileOne({ ...radio, type: 'checkbox', validators: validators.slice(4) }).validators).toMatchObject([
			{ kind: 'answer-count', min: 1, max: null },
			{ kind: 'expression', expression: { operator: 'less' } }
		]);
	});

	it('makes a fixed false of visible, and a fixed closed of readOnly', () => {
		const never = { kind: 'constant', value: false };
		expect(compileOne({ ...radio, readOnly: true }).enableIf).toEqual(never);
		const hidden = compile(inPage(radio, { ...radio, name: 'q2', visible: false }));
		expect(hidden.pages[0]?.elements[1]?.visibleIf).toEqual(never);
	});
});

describe('refusals', () => {
	it.each([
		['raw html', { type: 'html', name: 'h', html: '<b>hej</b>' }, '/pages/0/elements/0/type element-unsupported'],
		['files', { type: 'file', name: 'f' }, '/pages/0/elements/0/type element-unsupported'],
		['signatures', { type: 'signaturepad', name: 's' }, '/pages/0/elements/0/type element-unsupported'],
		['dynamic panels', { type: 'paneldynamic', name: 'p' }, '/pages/0/elements/0/type element-unsupported'],
		['a missing type', { name: 'q1' }, '/pages/0/elements/0/type element-unsupported'],
		['a default answer', { ...radio, defaultValue: 1 }, '/pages/0/elements/0/defaultValue property-unsupported'],
		['a misspelt property', { ...radio, isReqired: true }, '/pages/0/elements/0/isReqired property-unknown'],
		['a random order', { ...radio, choicesOrder: 'random' }, '/pages/0/elements/0/choicesOrder property-value-unsupported'],
		['options without codes', { ...radio, choices: ['Ja'] }, '/pages/0/elements/0/choices/0 option-without-code'],
		['an option without a code', { ...radio, choices: [{ text: 'Ja' }] }, '/pages/0/elements/0/choices/0 option-without-code'],
		['no options', { ...radio, choices: [] }, '/pages/0/elements/0/choices options-missing'],
		['codes that look the same', { ...radio, choices: [{ value: 1 }, { value: '1' }] }, '/pages/0/elements/0/choices option-code-twice'],
		['conditions on options', { ...radio, choices: [{ value: 1, visibleIf: '{q1} = 1' }] }, '/pages/0/elements/0/choices/0/visibleIf property-unsupported'],
		['unsafe names', { ...radio, name: 'constructor' }, '/pages/0/elements/0/name name-invalid'],
		['inherited names', { ...radio, name: '__proto__' }, '/pages/0/elements/0/name name-invalid'],
		['names with dots', { ...radio, name: 'a.b' }, '/pages/0/elements/0/name name-invalid'],
		['a missing name', { ...radio, name: undefined }, '/pages/0/elements/0 name-missing'],
		['unknown variables', { ...radio, visibleIf: '{q9} = 1' }, '/pages/0/elements/0/visibleIf expression-invalid'],
		['unknown functions', { ...radio, requiredIf: 'age({q1}) > 1' }, '/pages/0/elements/0/requiredIf expression-invalid'],
		['variables in texts', { ...radio, title: 'Hej {q1}' }, '/pages/0/elements/0/title text-variable-unsupported'],
		['unknown validators', { ...radio, validators: [{ type: 'custom' }] }, '/pages/0/elements/0/validators/0 validator-unsupported'],
		['warnings that do not stop', { type: 'text', name: 'q', validators: [{ type: 'email', notificationType: 'warning' }] }, '/pages/0/elements/0/validators/0/notificationType property-value-unsupported'],
		['patterns that cannot be read', { type: 'text', name: 'q', validators: [{ type: 'regex', regex: '(' }] }, '/pages/0/elements/0/validators/0/regex validator-invalid'],
		['input masks', { type: 'text', name: 'q', maskType: 'pattern' }, '/pages/0/elements/0/maskType property-value-unsupported'],
		['passwords', { type: 'text', name: 'q', inputType: 'password' }, '/pages/0/elements/0/inputType property-value-unsupported'],
		['ranges', { type: 'slider', name: 'q', sliderType: 'range' }, '/pages/0/elements/0/sliderType property-value-unsupported'],
		['matrices with ticks', { type: 'matrix', name: 'q', rows: [{ value: 'a' }], columns: options, cellType: 'checkbox' }, '/pages/0/elements/0/cellType property-value-unsupported'],
		['matrix rows with unsafe names', { type: 'matrix', name: 'q', rows: [{ value: 'A B' }], columns: options }, '/pages/0/elements/0/rows/0/value row-name-invalid'],
		['two free texts in one place', { ...radio, showOtherItem: true, showCommentArea: true }, '/pages/0/elements/0 comment-twice']
	])('refuses %s', (_, element, finding) => {
		expect(findings(inPage(element))).toContain(finding);
	});

	it.each([
		['triggers', { triggers: [{ type: 'complete' }] }, '/triggers property-unsupported'],
		['calculated values', { calculatedValues: [{ name: 'x', expression: '1' }] }, '/calculatedValues property-unsupported'],
		['html at the end', { completedHtml: '<p>Tack</p>' }, '/completedHtml property-unsupported'],
		['redirects', { navigateToUrl: 'https://example.org' }, '/navigateToUrl property-unsupported'],
		['answers that stay when hidden', { clearInvisibleValues: 'none' }, '/clearInvisibleValues property-value-unsupported'],
		['a language that is none', { locale: 'svenska!' }, '/locale language-unknown']
	])('refuses %s in the survey', (_, settings, finding) => {
		expect(findings({ ...inPage(radio), ...settings })).toContain(finding);
	});

	it('refuses a name that is used twice, also on another page and in a panel', () => {
		const survey = {
			pages: [
				{ name: 'a', elements: [radio] },
				{ name: 'a', elements: [{ type: 'panel', name: 'p', elements: [radio] }] }
			]
		};
		expect(findings(survey)).toEqual(['/pages/1/elements/0/elements/0/name name-twice', '/pages/1/name name-twice']);
	});

	it('refuses a text that lacks a language the others have', () => {
		const survey = inPage({ ...radio, title: { sv: 'Fråga', en: 'Question' } });
		expect(findings(survey)).toEqual([
			'/pages/0/elements/0/choices/0/text text-language-missing',
			'/pages/0/elements/0/choices/1/text text-language-missing'
		]);
	});

	it('refuses what is no survey', () => {
		for (const survey of [null, 'x', [], {}, { pages: [] }, { pages: 3 }]) {
			expect(findings(survey)[0]).toBe(' survey-empty');
		}
	});

	it("passes on what SurveyJS's own linter finds", () => {
		const survey = inPage(radio, { ...radio, name: 'q2', visibleIf: '{q1} = 5' });
		expect(findings(survey)).toEqual(['/pages/0/elements/1/visibleIf surveyjs/expression/unknown-choice']);
	});

	it('says what to do in Swedish', () => {
		const compiled = compileQuestionnaire(inPage({ type: 'html', name: 'h' }), origin);
		expect(compiled.ok ? '' : compiled.problem[0]?.message).toMatch(/^Elementet ”h” är av typen ”html”, som inte stöds\./);
	});
});

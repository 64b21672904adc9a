import { describe, expect, it } from 'vitest';
import { noYes, pageOf, questionnaireOf } from '#tests/build/questionnaire.ts';
import type { Answers } from '../instruments/questionnaire.ts';
import { isComplete } from './complete.ts';
import { validateAll, validatePage } from './validate.ts';

/** All definitions and answers are made up. */
function codes(element: object, answers: Answers): string[] {
	return validatePage(pageOf(element), answers, 'page').map(({ code, row }) =>
		row ? `${row} ${code}` : code
	);
}

const radio = { type: 'radiogroup', name: 'q', choices: noYes };
const tick = { ...radio, type: 'checkbox' };
const number = { type: 'text', name: 'q', inputType: 'number' };

describe('validatePage', () => {
	it('asks for what is required, with the definition’s own sentence', () => {
		const questionnaire = pageOf({ ...radio, isRequired: true, requiredErrorText: 'Svara gärna' });
		expect(validatePage(questionnaire, {}, 'page')).toEqual([
			{ question: 'q', code: 'required', params: {}, text: { sv: 'Svara gärna' } }
		]);
		expect(validatePage(questionnaire, { q: 0 }, 'page')).toEqual([]);
	});

	it('takes blank text for no answer and false for one', () => {
		expect(codes({ type: 'comment', name: 'q', isRequired: true }, { q: ' \n' })).toEqual(['required']);
		expect(codes({ type: 'boolean', name: 'q', isRequired: true }, { q: false })).toEqual([]);
	});

	it('asks nothing of hidden and closed questions', () => {
		expect(codes({ ...radio, isRequired: true, visible: false }, {})).toEqual([]);
		expect(codes({ ...radio, isRequired: true, readOnly: true }, {})).toEqual([]);
	});

	it('asks for each row of a matrix that wants them all', () => {
		const rows = [
			{ value: 'r1', text: 'Ett' },
			{ value: 'r2', text: 'Två' }
		];
		const matrix = { type: 'matrix', name: 'q', rows, columns: noYes, eachRowRequired: true };
		expect(codes(matrix, { q: { r1: 0 } })).toEqual(['r2 required']);
		expect(codes({ ...matrix, eachRowRequired: false, isRequired: true }, { q: { r1: 0 } })).toEqual([]);
	});

	it.each([
		[{ ...number, min: 2 }, { q: 1 }, ['min']],
		[{ ...number, max: 2 }, { q: 3 }, ['max']],
		[{ ...number, step: 0.5 }, { q: 1.25 }, ['step']],
		[{ ...number, step: 0.1 }, { q: 0.3 }, []],
		[{ type: 'text', name: 'q', inputType: 'date', min: '2026-01-01' }, { q: '2025-12-31' }, ['min']],
		[{ type: 'text', name: 'q', inputType: 'email' }, { q: 'åsa@' }, ['email']],
		[{ type: 'slider', name: 'q', max: 10, step: 5 }, { q: 7 }, ['step']],
		[{ ...tick, minSelectedChoices: 2 }, { q: [1] }, ['min-selected']],
		[{ ...tick, maxSelectedChoices: 1 }, { q: [0, 1] }, ['max-selected']],
		[{ ...tick, showNoneItem: true }, { q: [0, 'none'] }, ['exclusive']],
		[{ ...tick, showNoneItem: true, minSelectedChoices: 2 }, { q: ['none'] }, []],
		[{ ...radio, showOtherItem: true }, { q: 'other' }, ['other-required']],
		[{ ...radio, showOtherItem: true }, { q: 'other', 'q-Comment': 'så' }, []]
	])('checks %j', (element, answers, expected) => {
		expect(codes(element, answers as unknown as Answers)).toEqual(expected);
	});

	it.each([
		[{ type: 'numeric', minValue: 3 }, '2', ['min']],
		[{ type: 'numeric', minValue: 3 }, 'två', ['not-a-number']],
		[{ type: 'text', minLength: 3 }, 'åä', ['min-length']],
		[{ type: 'text', maxLength: 3 }, 'åäöå', ['max-length']],
		[{ type: 'text', allowDigits: false }, 'rum 3', ['no-digits']],
		[{ type: 'regex', regex: '^[A-ZÅÄÖ]+$' }, 'Åsa', ['pattern']],
		[{ type: 'regex', regex: '^[A-ZÅÄÖ]+$', caseInsensitive: true }, 'Åsa', []],
		[{ type: 'email' }, 'åsa', ['email']],
		[{ type: 'expression', expression: '{q.length} > 3' }, 'åsa', ['expression']]
	])('applies %j to %s', (validator, q, expected) => {
		expect(codes({ type: 'text', name: 'q', validators: [validator] }, { q })).toEqual(expected);
	});

	it('gives the numbers of the sentence', () => {
		const [problem] = validatePage(
			pageOf({ ...number, min: 2, minErrorText: 'Minst {0}' }),
			{ q: 1 },
			'page'
		);
		expect(problem).toEqual({ question: 'q', code: 'min', params: { min: 2 }, text: { sv: 'Minst 2' } });
	});

	it('wants one answer in a required panel, and points at its first visible question', () => {
		const panel = {
			type: 'panel',
			name: 'p',
			isRequired: true,
			elements: [
				{ ...radio, name: 'a', visible: false },
				{ ...radio, name: 'b' },
				{ ...radio, name: 'c' }
			]
		};
		expect(validatePage(pageOf(panel), {}, 'page')).toEqual([
			{ question: 'b', code: 'one-required', params: {}, text: null }
		]);
		expect(validatePage(pageOf(panel), { c: 1 }, 'page')).toEqual([]);
	});

	it('finds nothing wrong on a page that does not exist', () => {
		expect(validatePage(pageOf({ ...radio, isRequired: true }), {}, 'nowhere')).toEqual([]);
	});
});

describe('validateAll', () => {
	it('looks at every visible page, and decides whether the whole is complete', () => {
		const questionnaire = questionnaireOf({
			pages: [
				{ name: 'a', elements: [{ ...radio, isRequired: true }] },
				{ name: 'b', visibleIf: '{q} = 1', elements: [{ ...radio, name: 'q2', isRequired: true }] }
			]
		});
		expect(validateAll(questionnaire, {}).map(({ question }) => question)).toEqual(['q']);
		expect(validateAll(questionnaire, { q: 1 }).map(({ question }) => question)).toEqual(['q2']);
		expect(isComplete(questionnaire, { q: 1 })).toBe(false);
		expect(isComplete(questionnaire, { q: 0 })).toBe(true);
	});
});

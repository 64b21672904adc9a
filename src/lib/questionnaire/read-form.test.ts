import { describe, expect, it } from 'vitest';
import { noYes, questionnaireOf } from '#tests/build/questionnaire.ts';
import type { Questionnaire } from '../instruments/questionnaire.ts';
import { mergePageAnswers } from './merge-page-answers.ts';
import { readFormPage } from './read-form.ts';

/** Made up, one question of each kind that a form writes in its own way. */
const questionnaire: Questionnaire = questionnaireOf({
	pages: [
		{
			name: 'page',
			elements: [
				{
					type: 'radiogroup',
					name: 'radio',
					choices: [...noYes, { value: '04', text: 'Fyra' }],
					showOtherItem: true
				},
				{ type: 'checkbox', name: 'tick', choices: noYes },
				{ type: 'boolean', name: 'yes' },
				{ type: 'text', name: 'number', inputType: 'number' },
				{ type: 'comment', name: 'text' },
				{ type: 'slider', name: 'slider', max: 10 },
				{
					type: 'matrix',
					name: 'grid',
					rows: [
						{ value: 'r1', text: 'Ett' },
						{ value: 'r2', text: 'Två' }
					],
					columns: noYes
				}
			]
		},
		{ name: 'next', elements: [{ type: 'text', name: 'later' }] }
	]
});
const [page] = questionnaire.pages;
if (!page) throw new Error('no page');

function read(...entries: [string, string][]) {
	if (!page) throw new Error('no page');
	return readFormPage(questionnaire, page, entries);
}

describe('readFormPage', () => {
	it('restores codes to what the definition has', () => {
		expect(
			read(['radio', '04'], ['tick', '1'], ['tick', '0'], ['yes', 'false'], ['grid.r2', '1'], ['slider', '3'])
		).toEqual({ ok: true, value: { radio: '04', tick: [1, 0], yes: false, grid: { r2: 1 }, slider: 3 } });
		expect(read(['radio', '1'])).toEqual({ ok: true, value: { radio: 1 } });
	});

	it.each([
		['3,5', 3.5],
		['-2.25', -2.25],
		[' 12 000 ', 12_000],
		['−4', -4]
	])('reads the number %s', (text, number) => {
		expect(read(['number', text])).toEqual({ ok: true, value: { number } });
	});

	it('takes a missing, unticked or blank field for no answer', () => {
		expect(read(['number', ''], ['text', ' \r\n'], ['radio', ''])).toEqual({ ok: true, value: {} });
	});

	it('stores line breaks as one character', () => {
		expect(read(['text', 'a\r\nb'])).toEqual({ ok: true, value: { text: 'a\nb' } });
	});

	it('reads the text of "other"', () => {
		expect(read(['radio', 'other'], ['radio-Comment', 'så'])).toEqual({
			ok: true,
			value: { radio: 'other', 'radio-Comment': 'så' }
		});
	});

	it("passes over the form's own fields", () => {
		expect(read(['_page', 'page'], ['radio', '1'])).toEqual({ ok: true, value: { radio: 1 } });
	});

	it.each([
		[[['radio', '9']], { question: 'radio', reason: 'unknown-option' }],
		[
			[
				['radio', '1'],
				['radio', '0']
			],
			{ question: 'radio', reason: 'several-values' }
		],
		[[['number', 'tre']], { question: 'number', reason: 'not-a-number' }],
		[[['number', '1e5']], { question: 'number', reason: 'not-a-number' }],
		[
			[
				['tick', '1'],
				['tick', '1']
			],
			{ question: 'tick', reason: 'duplicate-option' }
		],
		[[['grid.r1', '5']], { question: 'grid', row: 'r1', reason: 'unknown-option' }],
		[[['grid.r9', '1']], { question: 'grid.r9', reason: 'other-page' }],
		[[['later', 'x']], { question: 'later', reason: 'other-page' }],
		[
			[
				['__evil', 'x'],
				['evil', 'x']
			],
			{ question: 'evil', reason: 'unknown-question' }
		]
	] as const)('refuses %j', (entries, refused) => {
		const form = read(...entries.map(([name, value]): [string, string] => [name, value]));
		expect(form).toEqual({ ok: false, problem: [refused] });
	});
});

describe('mergePageAnswers', () => {
	const conditional = questionnaireOf({
		elements: [
			{ type: 'radiogroup', name: 'a', choices: noYes, showOtherItem: true },
			{ type: 'text', name: 'b', visibleIf: '{a} = 1' },
			{ type: 'text', name: 'c', readOnly: true }
		]
	});
	const [only] = conditional.pages;

	it('clears what the form showed and did not send, and keeps what it did not show', () => {
		if (!only) throw new Error('no page');
		const stored = { a: 0, b: 'dold', c: 'låst', elsewhere: 1 };
		expect(mergePageAnswers(stored, only, {})).toEqual({ b: 'dold', c: 'låst', elsewhere: 1 });
		expect(mergePageAnswers(stored, only, { a: 1, b: 'ny' })).toEqual({ ...stored, a: 1, b: 'ny' });
		expect(mergePageAnswers({ a: 'other', 'a-Comment': 'x' }, only, { a: 1 })).toEqual({ a: 1 });
	});
});

import { describe, expect, it } from 'vitest';
import { noYes, pageOf, questionnaireOf } from '#tests/build/questionnaire.ts';
import type { Answers } from '../instruments/questionnaire.ts';
import type { QuestionView } from './page-view.ts';
import { viewPage } from './view-page.ts';

/** All definitions and answers are made up. */
function viewOne(element: object, answers: Answers = {}): QuestionView {
	const [view] = viewPage(pageOf(element), answers, 'sv', 'page').elements;
	if (!view || view.kind === 'panel') throw new Error('no question');
	return view;
}

describe('viewPage', () => {
	it('shows the visible elements of a page in the wanted language', () => {
		const questionnaire = questionnaireOf({
			pages: [
				{
					name: 'page',
					title: { sv: 'Sida', en: 'Page' },
					elements: [
						{ type: 'boolean', name: 'a', title: { sv: 'Fråga', en: 'Question' } },
						{
							type: 'panel',
							name: 'p',
							title: { sv: 'Del', en: 'Part' },
							visibleIf: '{a} = true',
							enableIf: '{a} empty',
							elements: [{ type: 'boolean', name: 'b' }]
						}
					]
				}
			]
		});
		expect(viewPage(questionnaire, {}, 'en-GB', 'page')).toMatchObject({
			name: 'page',
			title: 'Page',
			language: 'en',
			elements: [{ kind: 'boolean', name: 'a', title: 'Question' }]
		});
		expect(viewPage(questionnaire, { a: true }, 'ar', 'page')).toMatchObject({
			title: 'Sida',
			language: 'sv',
			elements: [
				{ name: 'a', value: true },
				{ kind: 'panel', title: 'Del', elements: [{ name: 'b', title: null, isEnabled: false }] }
			]
		});
	});

	it('carries problems only when they are asked for', () => {
		const questionnaire = pageOf({ type: 'text', name: 'a', isRequired: true });
		expect(viewPage(questionnaire, {}, 'sv', 'page').elements).toMatchObject([
			{ isRequired: true, problems: [] }
		]);
		expect(viewPage(questionnaire, {}, 'sv', 'page', { withProblems: true }).elements).toMatchObject([
			{ problems: [{ code: 'required' }] }
		]);
	});

	it('is empty for a page that does not exist', () => {
		expect(viewPage(pageOf({ type: 'text', name: 'a' }), {}, 'sv', 'nowhere').elements).toEqual([]);
	});
});

describe('a question', () => {
	it('has options with code, label, role and form value', () => {
		const view = viewOne({ type: 'checkbox', name: 'q', choices: noYes, showNoneItem: true }, { q: [1] });
		expect(view).toMatchObject({ kind: 'checkbox', inputName: 'q', comment: null });
		expect('options' in view && view.options).toEqual([
			{ code: 0, label: 'Nej', role: 'answer', isSelected: false, inputValue: '0' },
			{ code: 1, label: 'Ja', role: 'answer', isSelected: true, inputValue: '1' },
			{ code: 'none', label: null, role: 'none', isSelected: false, inputValue: 'none' }
		]);
	});

	it('shows the code where an option has no wording', () => {
		const view = viewOne({ type: 'rating', name: 'q', rateMax: 2, minRateDescription: 'aldrig' }, { q: 2 });
		expect(view).toMatchObject({
			title: null,
			lowLabel: 'aldrig',
			highLabel: null,
			options: [
				{ label: '1', isSelected: false },
				{ label: '2', isSelected: true }
			]
		});
	});

	it('leaves yes and no to the interface when the definition does not name them', () => {
		expect(viewOne({ type: 'boolean', name: 'q' }, { q: false })).toMatchObject({
			options: [
				{ code: true, label: null, inputValue: 'true', isSelected: false },
				{ code: false, label: null, inputValue: 'false', isSelected: true }
			]
		});
	});

	it('has a free text beside it, of its own or for "other"', () => {
		const other = {
			type: 'dropdown',
			name: 'q',
			choices: noYes,
			showOtherItem: true,
			otherPlaceholder: 'Vad?'
		};
		expect(viewOne(other, { 'q-Comment': 'så' }).comment).toEqual({
			kind: 'other',
			label: 'Vad?',
			value: 'så',
			inputName: 'q-Comment',
			maxLength: 20_000
		});
		expect(
			viewOne({ type: 'boolean', name: 'q', showCommentArea: true, commentText: 'Varför?' }).comment
		).toMatchObject({
			kind: 'comment',
			label: 'Varför?',
			value: ''
		});
	});

	it('has the limits of its field', () => {
		expect(viewOne({ type: 'text', name: 'q', inputType: 'number', min: 0, max: 7, step: 1 })).toMatchObject({
			inputType: 'number',
			min: 0,
			max: 7,
			step: 1,
			maxLength: 1000,
			unit: null
		});
		expect(viewOne({ type: 'comment', name: 'q', rows: 6, maxLength: 300 })).toMatchObject({
			rows: 6,
			maxLength: 300
		});
		expect(viewOne({ type: 'slider', name: 'q', max: 10 })).toMatchObject({
			min: 0,
			max: 10,
			step: 1,
			value: null
		});
	});

	it('has a field for each row of a matrix', () => {
		const rows = [{ value: 'r1', text: 'Maten' }, { value: 'r2' }];
		const view = viewOne({ type: 'matrix', name: 'q', rows, columns: noYes }, { q: { r1: 1 } });
		expect(view).toMatchObject({
			columns: [
				{ code: 0, label: 'Nej' },
				{ code: 1, label: 'Ja' }
			],
			rows: [
				{
					name: 'r1',
					label: 'Maten',
					inputName: 'q.r1',
					options: [{ isSelected: false }, { isSelected: true }]
				},
				{
					name: 'r2',
					label: null,
					inputName: 'q.r2',
					options: [{ isSelected: false }, { isSelected: false }]
				}
			]
		});
	});
});

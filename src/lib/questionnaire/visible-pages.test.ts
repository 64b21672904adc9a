import { describe, expect, it } from 'vitest';
import { noYes, questionnaireOf } from '#tests/build/questionnaire.ts';
import { findNextPage, findPreviousPage } from './next-page.ts';
import { measureProgress } from './progress.ts';
import { listUnanswered } from './unanswered.ts';
import { keepVisibleAnswers } from './visible-answers.ts';
import { listVisiblePages } from './visible-pages.ts';
import { listVisibleQuestions } from './visible-questions.ts';

/** Made up: the second page asks more when the first says yes; the third is always there. */
const questionnaire = questionnaireOf({
	pages: [
		{ name: 'first', elements: [{ type: 'radiogroup', name: 'drinks', choices: noYes }] },
		{
			name: 'more',
			visibleIf: '{drinks} = 1',
			elements: [
				{ type: 'text', name: 'what' },
				{
					type: 'panel',
					name: 'often',
					enableIf: "{what} <> 'öl'",
					elements: [{ type: 'rating', name: 'often_1', visibleIf: '{what} notempty' }]
				}
			]
		},
		{ name: 'hidden', elements: [{ type: 'text', name: 'why', visibleIf: "{what} = 'saft'" }] },
		{ name: 'last', elements: [{ type: 'comment', name: 'other_things' }] }
	]
});

describe('pages', () => {
	const names = (answers: Parameters<typeof listVisiblePages>[1]) =>
		listVisiblePages(questionnaire, answers).map(({ name }) => name);

	it('are there when their condition holds and something on them is visible', () => {
		expect(names({})).toEqual(['first', 'last']);
		expect(names({ drinks: 1 })).toEqual(['first', 'more', 'last']);
		expect(names({ drinks: 1, what: 'Saft' })).toEqual(['first', 'more', 'hidden', 'last']);
	});

	it('follow each other past those that are hidden', () => {
		expect(findNextPage(questionnaire, {}, 'first')?.name).toBe('last');
		expect(findNextPage(questionnaire, { drinks: 1 }, 'first')?.name).toBe('more');
		expect(findNextPage(questionnaire, {}, 'last')).toBeNull();
		expect(findPreviousPage(questionnaire, {}, 'last')?.name).toBe('first');
		expect(findPreviousPage(questionnaire, {}, 'first')).toBeNull();
	});

	it('lead to the start from a name that does not exist', () => {
		expect(findNextPage(questionnaire, {}, 'nowhere')?.name).toBe('first');
		expect(findPreviousPage(questionnaire, {}, 'nowhere')).toBeNull();
	});

	it('close the questions of a closed panel', () => {
		const [, more] = questionnaire.pages;
		const open = more && listVisibleQuestions(more, { drinks: 1, what: 'öl' });
		expect(open?.map(({ question, isEnabled }) => [question.name, isEnabled])).toEqual([
			['what', true],
			['often_1', false]
		]);
	});
});

describe('measureProgress', () => {
	it('counts the pages there are now, and says when there may be more', () => {
		expect(measureProgress(questionnaire, {}, 'first')).toEqual({
			position: 1,
			total: 2,
			answered: 0,
			left: 1,
			isTotalCertain: false
		});
		expect(measureProgress(questionnaire, { drinks: 1 }, 'more')).toMatchObject({
			position: 2,
			total: 3,
			answered: 1,
			left: 1,
			isTotalCertain: false
		});
	});

	it('is certain when nothing ahead depends on what is still to be answered', () => {
		expect(measureProgress(questionnaire, { drinks: 0 }, 'last')).toEqual({
			position: 2,
			total: 2,
			answered: 1,
			left: 0,
			isTotalCertain: true
		});
	});

	it('gives a hidden page no position', () => {
		expect(measureProgress(questionnaire, {}, 'more').position).toBe(0);
	});
});

describe('what is left', () => {
	it('is the visible questions that may be answered and are not', () => {
		const left = listUnanswered(questionnaire, { drinks: 1, what: 'öl' });
		expect(left.map(({ pageName, question }) => [pageName, question.name])).toEqual([
			['last', 'other_things']
		]);
	});
});

describe('keepVisibleAnswers', () => {
	it('leaves out answers to hidden questions and blank ones', () => {
		expect(
			keepVisibleAnswers(questionnaire, { drinks: 0, what: 'öl', often_1: 3, other_things: '  ' })
		).toEqual({
			drinks: 0
		});
	});

	it('leaves out the text of "other" when it is not chosen, and keeps a comment', () => {
		const withTexts = questionnaireOf({
			elements: [
				{ type: 'radiogroup', name: 'a', choices: noYes, showOtherItem: true },
				{ type: 'radiogroup', name: 'b', choices: noYes, showCommentArea: true }
			]
		});
		const answers = { a: 1, 'a-Comment': 'kvar', b: 1, 'b-Comment': 'därför' };
		expect(keepVisibleAnswers(withTexts, answers)).toEqual({ a: 1, b: 1, 'b-Comment': 'därför' });
		expect(keepVisibleAnswers(withTexts, { ...answers, a: 'other' })).toEqual({ ...answers, a: 'other' });
	});
});

import { describe, expect, it } from 'vitest';
import { listOtherLayers, mergeLayers, type AnswerLayer } from './answer-layers.ts';

const plain: AnswerLayer = { language: 'sv', hasPictures: false };
const easy: AnswerLayer = { language: 'sv-simple', hasPictures: false };
const pictures: AnswerLayer = { language: 'sv', hasPictures: true };
const page = { replaces: [], language: 'sv', pictured: [] };

describe('the layer of each answer', () => {
	it('is the one that its page was last saved in', () => {
		const first = mergeLayers({}, { ...page, answers: { a: 1, b: 2 } });
		expect(first).toEqual({ a: plain, b: plain });
		const again = mergeLayers(first, { ...page, replaces: ['b'], answers: { b: 3 }, language: 'sv-simple' });
		expect(again).toEqual({ a: plain, b: easy });
	});

	it('has pictures where the question had, not for the others on its page', () => {
		expect(mergeLayers({ a: plain }, { ...page, answers: { a: 1, b: 2 }, pictured: ['a', 'c'] })).toEqual({
			a: pictures,
			b: plain
		});
	});

	it('goes away with the answer', () => {
		const kept = { a: plain, b: easy };
		expect(mergeLayers(kept, { ...page, replaces: ['b', 'b-Comment'], answers: {} })).toEqual({ a: plain });
	});

	it('is said only where it is another than the whole was sent in, and of what was sent', () => {
		const kept = { a: plain, b: easy, c: pictures, hidden: { language: 'en', hasPictures: true } };
		const answers = { a: 1, b: 2, c: 3 };
		expect(listOtherLayers(kept, answers, 'sv')).toEqual({ b: easy, c: pictures });
		expect(listOtherLayers(kept, answers, 'sv-simple')).toEqual({ a: plain, c: pictures });
	});
});

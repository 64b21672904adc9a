import { describe, expect, it } from 'vitest';
import { listOtherLanguages, mergeLanguages } from './answer-languages.ts';

describe('the language of each answer', () => {
	it('is the one that its page was last saved in', () => {
		const first = mergeLanguages({}, { replaces: [], answers: { a: 1, b: 2 }, language: 'sv' });
		expect(first).toEqual({ a: 'sv', b: 'sv' });
		const again = mergeLanguages(first, { replaces: ['b'], answers: { b: 3 }, language: 'sv-simple' });
		expect(again).toEqual({ a: 'sv', b: 'sv-simple' });
	});

	it('goes away with the answer', () => {
		const kept = { a: 'sv', b: 'sv-simple' };
		expect(mergeLanguages(kept, { replaces: ['b', 'b-Comment'], answers: {}, language: 'sv' })).toEqual({
			a: 'sv'
		});
	});

	it('is said only where it is another than the whole was sent in, and of what was sent', () => {
		const kept = { a: 'sv', b: 'sv-simple', hidden: 'en' };
		expect(listOtherLanguages(kept, { a: 1, b: 2 }, 'sv')).toEqual({ b: 'sv-simple' });
		expect(listOtherLanguages(kept, { a: 1, b: 2 }, 'sv-simple')).toEqual({ a: 'sv' });
	});
});

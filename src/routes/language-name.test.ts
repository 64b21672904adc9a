import { expect, it } from 'vitest';
import { languageName } from './language-name.ts';

it('names a language, and its easy-to-read track, in the language of the reader', () => {
	expect(['sv', 'ar', 'sv-simple'].map((tag) => languageName(tag, 'sv'))).toEqual([
		'Svenska',
		'Arabiska',
		'Lättläst svenska'
	]);
	expect(languageName('sv-simple', 'en')).toBe('Easy-to-read Swedish');
});

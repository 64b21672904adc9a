import { describe, expect, it } from 'vitest';
import { breakLines } from './break-lines.ts';

const letters = (text: string): number => text.length;

describe('breaking lines', () => {
	it('fills each line as far as it goes', () => {
		expect(breakLines('hur ofta dricker du alkohol', 12, letters)).toEqual([
			'hur ofta',
			'dricker du',
			'alkohol'
		]);
	});
	it('keeps the breaks somebody wrote', () => {
		expect(breakLines('ett\n\ntvå', 20, letters)).toEqual(['ett', '', 'två']);
	});
	it('cuts a word that is wider than the line, losing no letter', () => {
		expect(breakLines('a donaudampfschiffahrt b', 8, letters)).toEqual([
			'a',
			'donaudam',
			'pfschiff',
			'ahrt b'
		]);
	});
	it('gives an empty text one empty line', () => {
		expect(breakLines('', 8, letters)).toEqual(['']);
	});
});

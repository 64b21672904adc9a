import { describe, expect, it } from 'vitest';
import { keepInOnePiece } from '../../direction-of.ts';
import { toPieces, type LineDirection } from './line-pieces.ts';

/** What stands on the paper, from left to right: each piece, with its letters as they are given to the font. */
const onPaper = (text: string, direction: LineDirection): string[] =>
	toPieces(text, 'regular', direction)
		.toSorted((one, other) => one.place - other.place)
		.map((piece) => piece.text);
/** What a reading program meets, in its order. */
const inOrder = (text: string, direction: LineDirection): string =>
	toPieces(text, 'regular', direction)
		.map((piece) => piece.text)
		.join('');

describe('a line from right to left', () => {
	it('has its first word to the right, each word whole, and is kept in the order it is read', () => {
		expect(onPaper('لا أحد يعرف', 'rtl')).toEqual(['يعرف', ' ', 'أحد', ' ', 'لا']);
		expect(inOrder('لا أحد يعرف', 'rtl')).toBe('لا أحد يعرف');
	});

	it('ends with its full stop to the left', () => {
		expect(onPaper('نعم.', 'rtl')).toEqual(['.', 'نعم']);
	});

	it('keeps a Swedish name and a date from left to right, with brackets as they are', () => {
		const name = keepInOnePiece('Huset (norr)');
		expect(onPaper(`عن ${name}.`, 'rtl')).toEqual(['.', 'Huset (norr)', ' ', 'عن']);
		expect(onPaper(`حتى ${keepInOnePiece('2026-12-31')}.`, 'rtl')).toEqual(['.', '2026-12-31', ' ', 'حتى']);
	});

	it('turns brackets round in its own words', () => {
		expect(onPaper('(نعم)', 'rtl')).toEqual(['(', 'نعم', ')']);
		expect(inOrder('(نعم)', 'rtl'), 'drawn by their mirror images').toBe(')نعم(');
	});

	it('keeps what says that letters are not to be joined, which Persian cannot be read without', () => {
		expect(onPaper('می‌خواهم', 'rtl')).toEqual(['می\u200cخواهم']);
	});

	it('writes the digits of Arabic and Persian in their own order', () => {
		expect(onPaper('سال ۱۴۰۵', 'rtl').join('')).toBe('۱۴۰۵ سال');
	});

	it('keeps accents with their letter', () => {
		expect(onPaper('وجّه', 'rtl')).toEqual(['وجّه']);
	});
});

describe('a line from left to right', () => {
	it('is what it was', () => {
		expect(onPaper('Åsa (58 %)', 'auto')).toEqual(['Åsa (58 %)']);
		expect(onPaper('Ваш код: A1', 'ltr').join('')).toBe('Ваш код: A1');
	});

	it('has words from right to left inside it in their own order', () => {
		expect(onPaper('Svar: لا أحد', 'ltr').join('|')).toBe('Svar: |أحد| |لا');
	});
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	makeChoice,
	makeInstrument,
	makeInstrumentJson,
	makeMatrix,
	makeText
} from '#tests/build/instrument.ts';
import { listPaperRows, toPaperText } from './paper.ts';
import { readCorrection } from './read-correction.ts';

// A made-up form: one choice, two rows of a matrix, free text.
const instrument = makeInstrument(makeInstrumentJson({}), [
	makeChoice('q1', [0, 2, 4]),
	makeMatrix('m', ['r1', 'r2'], [1, 2]),
	makeText('t')
]);
const rows = listPaperRows(instrument);
const before = { q1: 2, m: { r1: 1, r2: 2 }, t: 'första raden\nandra raden ' };
const shown = Object.fromEntries(rows.map((row) => [row.name, toPaperText(row, before)]));

describe('readCorrection', () => {
	it('changes only the row that reads otherwise', () => {
		expect(readCorrection(rows, { ...shown, q1: '4' }, before).answers).toEqual({ ...before, q1: 4 });
		expect(readCorrection(rows, { ...shown, 'm.r1': '2' }, before).answers).toEqual({
			...before,
			m: { r1: 2, r2: 2 }
		});
	});

	it('keeps an answer to the letter when the form only shows it otherwise', () => {
		const asSent = { ...shown, t: 'första raden\r\nandra raden' };
		expect(readCorrection(rows, asSent, before).answers).toEqual(before);
	});

	it('takes away an answer whose row is emptied, and says that it is empty', () => {
		const entry = readCorrection(rows, { ...shown, q1: '', 'm.r1': ' ' }, before);
		expect(entry.answers).toEqual({ m: { r2: 2 }, t: before.t });
		expect(entry.empty).toEqual(['q1', 'm.r1']);
	});

	it('takes away a matrix without answers', () => {
		expect(readCorrection(rows, { ...shown, 'm.r1': '', 'm.r2': '' }, before).answers).toEqual({
			q1: 2,
			t: before.t
		});
	});

	it('does not touch a row that was not sent along', () => {
		expect(readCorrection(rows, { q1: '0' }, before).answers).toEqual({ ...before, q1: 0 });
	});

	it('refuses a code that the form does not have and keeps the answer', () => {
		const entry = readCorrection(rows, { ...shown, q1: '3' }, before);
		expect(entry.problems).toEqual({ q1: 'unknown-code' });
		expect(entry.answers).toEqual(before);
	});

	it('gives back what it was given when nothing is changed, whatever the answers are', () => {
		const codes = (values: number[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
		fc.assert(
			fc.property(codes([0, 2, 4]), codes([1, 2]), fc.string(), (q1, r1, text) => {
				const answers = {
					...(q1 === undefined ? {} : { q1 }),
					...(r1 === undefined ? {} : { m: { r1 } }),
					...(text === '' ? {} : { t: text })
				};
				const typed = Object.fromEntries(rows.map((row) => [row.name, toPaperText(row, answers)]));
				expect(readCorrection(rows, typed, answers).answers).toEqual(answers);
			})
		);
	});
});

import { describe, expect, it } from 'vitest';
import type { Instrument } from '#lib/instruments/instrument.ts';
import type { Element, Option } from '#lib/instruments/questionnaire.ts';
import { judgeTyping, listPaperRows, readPaperEntry, toPaperText } from './paper.ts';

const base = {
	title: null,
	help: null,
	visibleIf: null,
	enableIf: null,
	isRequired: false,
	requiredIf: null,
	requiredText: null,
	validators: [],
	comment: null
} as const;

const options = (...codes: (string | number | boolean)[]): Option[] =>
	codes.map((code) => ({ code, label: null, role: 'answer' }));

const elements: Element[] = [
	{ ...base, kind: 'rating', name: 'k_1', options: options(1, 2, 7), lowLabel: null, highLabel: null },
	{ ...base, kind: 'radiogroup', name: 'a_9', options: options(0, 2, 4), otherLabel: null },
	{
		...base,
		kind: 'matrix',
		name: 'm',
		rows: [{ name: 'r1', label: { sv: 'Rad ett' } }],
		columns: options(1, 2),
		eachRowRequired: false
	},
	{
		...base,
		kind: 'checkbox',
		name: 'c',
		options: [...options(1, 14), { code: 'other', label: null, role: 'other' }],
		otherLabel: { sv: 'Annat, vad?' },
		minSelected: null,
		maxSelected: null
	},
	{ ...base, kind: 'boolean', name: 'b', options: [option(true), option(false)] },
	{ ...base, kind: 'slider', name: 's', min: 0, max: 10, step: 1, lowLabel: null, highLabel: null }
];

function option(code: boolean): Option {
	return { code, label: null, role: 'answer' };
}

/** Made-up instrument with one question of each kind; only what the rows are made of is filled in. */
const instrument = {
	items: [{ name: 'a_9', number: '9' }],
	questionnaire: {
		pages: [{ elements: [{ kind: 'panel', elements: elements.slice(0, 2) }, ...elements.slice(2)] }]
	}
} as unknown as Instrument;

const rows = listPaperRows(instrument);

describe('rows of a paper form', () => {
	it('numbers the rows as the form does, and by place where it has no numbers', () => {
		expect(rows.map((row) => [row.name, row.number])).toEqual([
			['k_1', '1'],
			['a_9', '9'],
			['m.r1', '3'],
			['c', '4'],
			['c-Comment', ''],
			['b', '5'],
			['s', '6']
		]);
	});

	it('needs no wording', () => {
		expect(rows[0]).toMatchObject({ label: null, kind: 'code' });
	});
});

describe('typing a code', () => {
	it('goes on when the code is whole, waits when there may be more, and says at once what is none', () => {
		const codes = ['1', '2', '10', 'b1a'];
		expect(['2', '10', 'B1A', '1', '', 'b', '3', '11'].map((text) => judgeTyping(codes, text))).toEqual([
			'whole',
			'whole',
			'whole',
			'beginning',
			'beginning',
			'beginning',
			'unknown',
			'unknown'
		]);
	});
});

describe('reading what was typed', () => {
	it('takes the codes printed on the form, of the same type as the instrument has them', () => {
		const typed = { k_1: '7', a_9: '4', 'm.r1': '2', c: '1, 14', b: '1', s: '3,5' };
		expect(readPaperEntry(rows, typed)).toEqual({
			answers: { k_1: 7, a_9: 4, m: { r1: 2 }, c: [1, 14], b: true, s: 3.5 },
			problems: {},
			empty: ['c-Comment']
		});
	});

	it('refuses a code that the form does not have, and keeps the rest', () => {
		// AUDIT 9 and 10 have the codes 0, 2 and 4 (reference: Formulärbanken, AUDIT).
		expect(readPaperEntry(rows, { k_1: '2', a_9: '3' })).toMatchObject({
			answers: { k_1: 2 },
			problems: { a_9: 'unknown-code' }
		});
	});

	it('refuses one unknown code among several', () => {
		expect(readPaperEntry(rows, { c: '1 15' }).problems).toEqual({ c: 'unknown-code' });
	});

	it('refuses what is no number and what lies outside the line', () => {
		expect(readPaperEntry(rows, { s: 'tre' }).problems).toEqual({ s: 'not-a-number' });
		expect(readPaperEntry(rows, { s: '11' }).problems).toEqual({ s: 'outside-range' });
	});

	it('counts an empty row as not answered, never as 0', () => {
		const entry = readPaperEntry(rows, { k_1: ' ' });
		expect(entry.answers).toEqual({});
		expect(entry.empty).toContain('k_1');
	});

	it('shows again what it has read', () => {
		const typed: Record<string, string> = { k_1: '7', a_9: '0', 'm.r1': '2', c: '1 14', b: '0', s: '3' };
		const { answers } = readPaperEntry(rows, typed);
		for (const row of rows.filter((candidate) => candidate.number !== '')) {
			expect(toPaperText(row, answers)).toBe(typed[row.name]);
		}
	});
});

/** The PDF as a file: that it says what it is, that it is tagged, and that no letter and no row is lost over the pages. */
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { DocumentBlock, PrintedDocument } from '../../document.ts';
import { clientLanguages, type ClientLanguage } from '../../client-language.ts';
import * as sent from '../../sent-words.ts';
import { bringSentLanguages } from '../bring-sent-languages.ts';
import { hasAllLetters, toRuns } from './letters.ts';
import { writePdf } from './write-pdf.ts';

const documentOf = (blocks: readonly DocumentBlock[]): PrintedDocument => ({
	title: 'Svar på AUDIT – Åsa Öberg',
	language: 'sv',
	author: 'Socialnämnden',
	footer: 'AUDIT, ärende 2026-1',
	pageOf: (at, of) => `Sida ${at} av ${of}`,
	madeAt: new Date('2026-03-02T10:00:00Z'),
	blocks
});

/** The file as Latin-1 with its compressed parts opened, so that what it is made of can be seen. */
function open(bytes: Uint8Array): string {
	const file = Buffer.from(bytes);
	const text = file.toString('latin1');
	const parts = [...text.matchAll(/\/Length (\d+)[^]*?stream\n/g)].map((found) => {
		const start = found.index + found[0].length;
		const part = file.subarray(start, start + Number(found[1]));
		try {
			return inflateSync(part).toString('latin1');
		} catch {
			return part.toString('latin1');
		}
	});
	return `${text}\n${parts.join('\n')}`;
}

type SentText = (inputs: never, options: { locale: ClientLanguage }) => string;
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const everyKind: readonly DocumentBlock[] = [
	{ kind: 'heading', level: 1, text: 'Svar på AUDIT' },
	{ kind: 'facts', facts: [{ term: 'Datum', value: '2026-03-02' }] },
	{ kind: 'paragraph', text: 'Hur ofta?', language: 'en' },
	{ kind: 'list', items: ['ett', 'två'] },
	{
		kind: 'table',
		caption: 'Poäng',
		columns: [{ label: 'Skala' }, { label: 'Poäng', align: 'end' }],
		rows: [['Summa', '9']]
	},
	{
		kind: 'figure',
		alt: 'Poängen sjönk från 20 till 9.',
		width: 100,
		height: 50,
		shapes: [
			{ kind: 'line', x1: 0, y1: 50, x2: 100, y2: 50, tone: 'line', isDashed: true },
			{ kind: 'path', path: 'M0,10L100,40', tone: 'accent' },
			{ kind: 'rect', x: 0, y: 0, width: 10, height: 10, tone: 'sunken' },
			{ kind: 'dot', x: 100, y: 40, radius: 3, tone: 'accent' },
			{ kind: 'text', x: 100, y: 48, text: '9', size: 8, anchor: 'end', tone: 'ink' }
		]
	}
];

describe('a PDF', () => {
	it('says its title and language, and that it is an archive file with a structure', async () => {
		const text = open(await writePdf(documentOf(everyKind)));
		expect(text).toContain('%PDF-1.7');
		expect(text).toContain('/Lang (sv)');
		expect(text).toContain('/Marked true');
		expect(text).toContain('/DisplayDocTitle true');
		expect(text).toMatch(/pdfaid:part>2<.*\s*<pdfaid:conformance>A</);
	});

	it('tags headings, tables with headings of rows and columns, lists and figures with words', async () => {
		const text = open(await writePdf(documentOf(everyKind)));
		for (const tag of ['Document', 'H1', 'P', 'L', 'LI', 'Table', 'THead', 'TH', 'TD', 'Caption', 'Figure'])
			expect(text).toContain(`/S /${tag}\n`);
		expect(text).toContain('/Scope /Column');
		expect(text).toContain('/Scope /Row');
		expect(text).toContain('/Lang (en)');
		expect(text).toMatch(/\/Alt \(/);
	});

	it('carries its letters with it', async () => {
		const text = open(await writePdf(documentOf(everyKind)));
		expect(count(text, /\/FontFile2/g)).toBeGreaterThan(0);
		expect(text).not.toMatch(/\/BaseFont \/Helvetica/);
	});

	it('is the same file when it is made again', async () => {
		const made = await Promise.all([writePdf(documentOf(everyKind)), writePdf(documentOf(everyKind))]);
		expect(Buffer.compare(Buffer.from(made[0]), Buffer.from(made[1]))).toBe(0);
	});

	it('never ends a page with a heading or with the head of a table', async () => {
		const table: DocumentBlock = {
			kind: 'table',
			caption: 'Svar',
			columns: [{ label: 'Fråga' }, { label: 'Svar' }],
			rows: [['ord '.repeat(60), 'Ja']]
		};
		// So many lines that only a heading fits under them, whichever it is.
		const pagesAfter = async (lines: number): Promise<number> => {
			const text = Array.from({ length: lines }, () => 'rad').join('\n');
			const bytes = await writePdf(
				documentOf([{ kind: 'paragraph', text }, { kind: 'heading', level: 2, text: 'Svar' }, table])
			);
			return count(open(bytes), /\/Type \/Page\n/g);
		};
		const places = await Promise.all([38, 40, 42, 44].map(pagesAfter));
		expect(places.at(-1)).toBe(2);
		const text = Array.from({ length: 42 }, () => 'rad').join('\n');
		const file = open(
			await writePdf(
				documentOf([{ kind: 'paragraph', text }, { kind: 'heading', level: 2, text: 'Svar' }, table])
			)
		);
		// The heading and the table's row are marked on the same page.
		const pageOf = (tag: string): string | undefined =>
			new RegExp(`/S /${tag}\\n(?:.*\\n)*?.*?/Pg (\\d+) 0 R`).exec(file)?.[1];
		expect(pageOf('H2')).toBeDefined();
		expect(pageOf('H2')).toBe(pageOf('TD'));
	});

	it('goes on to new pages in long tables, long cells and long texts, with every row tagged once', async () => {
		const rows = Array.from({ length: 120 }, (_, at) => [
			`Fråga ${at}`,
			at === 60 ? 'ord '.repeat(4000) : 'Ja'
		]);
		const long: DocumentBlock = {
			kind: 'table',
			caption: 'Svar',
			columns: [{ label: 'Fråga' }, { label: 'Svar' }],
			rows
		};
		const text = open(await writePdf(documentOf([{ kind: 'paragraph', text: 'text '.repeat(3000) }, long])));
		expect(count(text, /\/Type \/Page\n/g)).toBeGreaterThan(8);
		expect(count(text, /\/S \/TR\n/g)).toBe(121);
	});
});

describe('letters', () => {
	it('finds Swedish, Polish and Turkish letters in the parts that have them', () => {
		expect(toRuns('Åsa Łukasz', 'regular')).toEqual([
			{ font: 'regular-latin', text: 'Åsa ' },
			{ font: 'regular-latin-ext', text: 'Ł' },
			{ font: 'regular-latin', text: 'ukasz' }
		]);
		expect(hasAllLetters('Örjan Yıldız, Šimić – ”ja” 2,60')).toBe(true);
	});

	it('leaves out what only says where a line may break', () => {
		expect(toRuns('8–\u206015 po\u00ADäng', 'regular')).toEqual([
			{ font: 'regular-latin', text: '8–15 poäng' }
		]);
		expect(hasAllLetters('8–\u206015')).toBe(true);
	});

	it.each(clientLanguages)('has every letter of what is printed for clients in %s', (language) => {
		bringSentLanguages();
		const texts = Object.values(sent).map((say: SentText) => say({} as never, { locale: language }));
		expect(texts.filter((text) => !hasAllLetters(text))).toEqual([]);
		// None that is a question mark because nobody has its shape, in bold either.
		const marks = (text: string): number => text.split('?').length;
		expect(
			texts.filter(
				(text) =>
					marks(
						toRuns(text, 'bold')
							.map((run) => run.text)
							.join('')
					) > marks(text)
			)
		).toEqual([]);
	});

	it('says when a letter cannot be written instead of leaving it out', () => {
		expect(hasAllLetters('สวัสดี')).toBe(false);
		expect(toRuns('ส', 'bold')).toEqual([{ font: 'bold-latin', text: '?' }]);
	});
});

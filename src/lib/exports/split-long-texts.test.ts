import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { makeChoice, makeQuestionnaire } from '#tests/build/instrument.ts';
import { shippedInstrument, shippedInstruments, testOrder, testRecord } from '#tests/build/export-records.ts';
import { listQuestions } from '#lib/instruments/list-questions.ts';
import { listVariables } from './list-variables.ts';
import { makeSavEncoder } from './sav-encoder.ts';
import { listPieces, widestText } from './split-long-texts.ts';
import { findWidestLayers, writeLayers } from './write-layers.ts';

interface SavReader {
	open(): Promise<void>;
	readAllRows(): Promise<Record<string, unknown>[]>;
	readonly meta: { readonly sysvars: readonly { readonly name: string; readonly label: string }[] };
}
const { SavBufferReader } = createRequire(import.meta.url)('sav-reader') as {
	SavBufferReader: new (bytes: Buffer) => SavReader;
};

const sizeOf = (text: string): number => Buffer.byteLength(text);

describe('a text in pieces', () => {
	it.each([
		['as it is where it goes in', 'å'.repeat(124), 1],
		['in two where it is a byte too long', `${'å'.repeat(124)}x`, 2],
		['with a space at the break kept', `${'x'.repeat(247)} ${'y'.repeat(10)}`, 2],
		['with characters of four bytes unbroken', '😀'.repeat(100), 2]
	])('is %s', (_, text, count) => {
		const pieces = listPieces(text);
		expect(pieces).toHaveLength(count);
		expect(pieces.join('')).toBe(text);
		expect(pieces.every((piece) => sizeOf(piece) <= widestText && !piece.endsWith(' '))).toBe(true);
	});
});

describe('the text layers of a response', () => {
	const spss = { format: 'spss' } as const;

	it.each([...shippedInstruments().versionsById.keys()])(
		'of %s are whole in an SPSS file, even if every question was answered in its own way',
		(id) => {
			const instrument = shippedInstrument(id);
			const { questionnaire } = instrument;
			const kinds = questionnaire.languages.flatMap((language) => [
				{ language, hasPictures: true },
				{ language, hasPictures: false }
			]);
			const layers = Object.fromEntries(
				listQuestions(questionnaire).map(({ name }, index) => [name, kinds[index % kinds.length]!])
			);
			const text = writeLayers(layers) ?? '';
			expect(sizeOf(text)).toBeLessThanOrEqual(findWidestLayers(questionnaire));
			const record = testRecord(instrument, {}, { layers });
			const parts = listVariables(instrument, testOrder(spss)).filter(({ name }) =>
				/^textlager(_\d+)?$/.test(name)
			);
			const cells = parts.map(({ read }) => read(record) ?? '');
			expect(cells.join('')).toBe(text);
			expect(cells.every((cell) => sizeOf(String(cell)) <= widestText)).toBe(true);
		}
	);

	/** Sixty questions in two text tracks: no form that ships has as many. */
	const questions = Array.from({ length: 60 }, (_, index) => makeChoice(`langre_namn_${index + 1}`, [0, 1]));
	const questionnaire = { ...makeQuestionnaire(questions), languages: ['sv', 'sv-simple'] };
	const audit = shippedInstrument('audit');
	const long = { ...audit, items: [], scales: [], structuralZeros: [], questionnaire };
	const simple = { language: 'sv-simple', hasPictures: false };
	const layers = Object.fromEntries(questions.map(({ name }) => [name, simple]));

	it('stand in one column in every other format', () => {
		const names = listVariables(long, testOrder({ format: 'csv' })).map(({ name }) => name);
		expect(names.filter((name) => name.startsWith('textlager'))).toEqual(['textlager']);
	});

	it('are read back whole by a statistics program, from columns whose labels say that they go on', async () => {
		const order = testOrder(spss);
		const variables = listVariables(long, order);
		const encoder = makeSavEncoder('x.sav', variables, { file: 'x', missing: [], madeOn: '2026-03-02' });
		const pieces = [encoder.head(), encoder.row(testRecord(long, {}, { layers }))];
		const reader = new SavBufferReader(
			Buffer.concat(pieces.map((piece) => Buffer.from(piece as Uint8Array)))
		);
		await reader.open();
		const [row] = await reader.readAllRows();
		const parts = reader.meta.sysvars.filter(({ name }) => name.startsWith('textlager'));
		expect(parts.map(({ name }) => name)).toEqual(['textlager', 'textlager_2', 'textlager_3', 'textlager_4']);
		expect(parts.map(({ name }) => row?.[name] ?? '').join('')).toBe(writeLayers(layers));
		expect(parts[0]?.label).toMatch(/^Frågor besvarade i annat textlager än sprak.* \(del 1 av 4\)$/);
		expect(parts[1]?.label).toBe('Fortsättning på textlager (del 2 av 4)');
	});

	it('say that they were cut, should a language have come that the form does not have', () => {
		const strange = { language: `sv-${'x'.repeat(400)}`, hasPictures: false };
		const record = testRecord(long, {}, { layers: { ...layers, langre_namn_1: strange } });
		const parts = listVariables(long, testOrder(spss)).filter(({ name }) => name.startsWith('textlager'));
		const cells = parts.map(({ read }) => read(record) ?? '');
		expect(cells.join('')).toBe(writeLayers({ ...layers, langre_namn_1: strange }));
		// The encoder cuts the last one, and says so.
		expect(sizeOf(String(cells.at(-1)))).toBeGreaterThan(widestText);
	});
});

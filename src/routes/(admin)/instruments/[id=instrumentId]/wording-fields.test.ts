import { describe, expect, it } from 'vitest';
import { findMissingWording, withWording } from '#lib/instruments/wording.ts';
import { loadInstrument } from '#lib/instruments/server/load-instrument.ts';
import { listWordingFields, readWording, toWordingValues, wordingErrors } from './wording-fields.ts';

const loaded = loadInstrument('instruments/kasam-13/1.0.0');
if (!loaded.ok) throw new Error('KASAM-13 does not load');
const kasam = loaded.value;
const fields = listWordingFields(kasam).flatMap((question) => question.fields);
/** Made-up wording; the real one is not ours to write down. */
const written = Object.fromEntries(fields.map(({ name }) => [name, `påhittad text ${name}`]));

describe('the wording of a permit', () => {
	it('has a text and two end points per question', () => {
		expect(fields).toHaveLength(13 * 3);
		expect(fields.slice(0, 3).map(({ name }) => name)).toEqual([
			'title.kasam_1',
			'lowLabel.kasam_1.1',
			'highLabel.kasam_1.7'
		]);
	});

	it('makes the instrument complete when everything is written', () => {
		const wording = readWording(kasam, written);
		expect(wording && findMissingWording(withWording(kasam, wording))).toEqual([]);
	});

	it('may be left for later, but not half written', () => {
		expect(wordingErrors(kasam, {})).toEqual({});
		expect(readWording(kasam, {})).toBeNull();
		expect(Object.keys(wordingErrors(kasam, { ...written, 'title.kasam_4': '' }))).toEqual(['title.kasam_4']);
	});

	it('shows again what is registered', () => {
		expect(toWordingValues(kasam, readWording(kasam, written))).toEqual(written);
	});
});

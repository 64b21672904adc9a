import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFiles, writeInstrument } from '#tests/build/instrument-folder.ts';
import { findInstrument, listInstruments, loadCatalogue } from './catalogue.ts';

/** Made-up instruments: `made-up` in versions 1, 1.9 and 1.10, and `other` with a fault. */
function writeCatalogue(): string {
	const root = writeInstrument(makeFiles());
	for (const version of ['1.9', '1.10']) {
		const files = makeFiles();
		files.instrument.version = version;
		writeInstrument(files, { root, version });
	}
	writeInstrument({ ...makeFiles(), survey: '{' }, { root, id: 'other' });
	mkdirSync(join(root, 'schema', 'drafts'), { recursive: true });
	return root;
}

describe('the catalogue', () => {
	const root = writeCatalogue();
	const catalogue = loadCatalogue([root]);

	it('gives the newest version when none is asked for, by number and not by letter', () => {
		expect(findInstrument(catalogue, 'made-up')?.version).toBe('1.10');
		expect(findInstrument(catalogue, 'made-up', '1.9')?.version).toBe('1.9');
		expect(findInstrument(catalogue, 'made-up', '3')).toBeNull();
		expect(findInstrument(catalogue, 'nothing')).toBeNull();
	});

	it('lists each instrument once, in its newest version', () => {
		expect(listInstruments(catalogue).map(({ id, version }) => `${id}@${version}`)).toEqual(['made-up@1.10']);
	});

	it('leaves a broken instrument out with its findings and loads the others', () => {
		expect(findInstrument(catalogue, 'other')).toBeNull();
		expect(catalogue.findings.map(({ rule }) => rule)).toEqual([
			'file-not-json',
			'folder-name-differs'
		]);
	});

	it('leaves out a version that is already there, and says so', () => {
		const twice = loadCatalogue([root, writeInstrument(makeFiles())]);
		expect(twice.findings.at(-1)).toMatchObject({ pointer: '/version', rule: 'instrument-duplicate' });
		expect(twice.versionsById.get('made-up')).toHaveLength(3);
	});

	it('says when a directory cannot be read', () => {
		const { findings } = loadCatalogue([join(root, 'nowhere')]);
		expect(findings.map(({ rule }) => rule)).toEqual(['directory-missing']);
	});

	it('also reads one instrument, or one version, by its own folder', () => {
		const count = (...path: string[]) =>
			loadCatalogue([join(root, ...path)]).versionsById.get('made-up')?.length;
		expect(count('made-up')).toBe(3);
		expect(count('made-up', '1.9')).toBe(1);
	});
});

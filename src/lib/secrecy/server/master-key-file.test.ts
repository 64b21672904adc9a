import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMasterKeyFile, readMasterKeyFile } from './master-key-file.ts';
import { openMasterKey } from './open-master-key.ts';

let folder: string;
let data: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'genklang-key-'));
	data = join(folder, 'data');
	mkdirSync(data);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sentence = (read: ReturnType<typeof readMasterKeyFile>): string => (read.ok ? '' : read.problem);

describe('the file with the master key', () => {
	it('is made once, for its owner only, and read back', () => {
		const path = join(folder, 'key');
		const made = createMasterKeyFile(path, data);
		expect(statSync(path).mode & 0o777).toBe(0o600);
		const read = readMasterKeyFile(path, data);
		expect(made.ok && read.ok && made.value.id === read.value.id).toBe(true);
		expect(sentence(createMasterKeyFile(path, data))).toContain('finns redan');
	});

	it('is another key each time', () => {
		for (const name of ['one', 'other']) createMasterKeyFile(join(folder, name), data);
		expect(readFileSync(join(folder, 'one'), 'utf8')).not.toBe(readFileSync(join(folder, 'other'), 'utf8'));
	});

	it('is refused in the data folder, also through a link', () => {
		expect(sentence(createMasterKeyFile(join(data, 'key'), data))).toContain('datamappen');
		createMasterKeyFile(join(data, 'key'), null);
		expect(sentence(readMasterKeyFile(join(data, 'key'), data))).toContain('datamappen');
		symlinkSync(join(data, 'key'), join(folder, 'link'));
		expect(sentence(readMasterKeyFile(join(folder, 'link'), data))).toContain('datamappen');
		symlinkSync(data, join(folder, 'linked-data'));
		expect(sentence(readMasterKeyFile(join(data, 'key'), join(folder, 'linked-data')))).toContain(
			'datamappen'
		);
	});

	it('may lie in a folder whose name begins like the data folder’s', () => {
		mkdirSync(join(folder, 'data-keys'));
		expect(createMasterKeyFile(join(folder, 'data-keys', 'key'), data).ok).toBe(true);
	});

	it.each([0o644, 0o604, 0o640, 0o660])('is refused when others may read it (%o)', (mode) => {
		const path = join(folder, 'key');
		createMasterKeyFile(path, data);
		chmodSync(path, mode);
		expect(sentence(readMasterKeyFile(path, data))).toContain('chmod 600');
	});

	it.each(['', 'hej', 'genklang-master-key-1 kort', `genklang-master-key-2 ${'A'.repeat(43)}`])(
		'is refused when it says %o',
		(text) => {
			const path = join(folder, 'key');
			writeFileSync(path, text, { mode: 0o600 });
			expect(sentence(readMasterKeyFile(path, data))).toContain('ingen huvudnyckel');
		}
	);

	it('is refused when it does not exist', () => {
		expect(sentence(readMasterKeyFile(join(folder, 'nej'), data))).toContain('finns inte');
	});
});

describe('the master key the program starts with', () => {
	it('must be chosen, except for the demo’s made-up data', () => {
		const settings = { masterKeyFile: null, dataDirectory: data };
		expect(openMasterKey({ ...settings, mode: 'demo' }).ok).toBe(true);
		const refused = openMasterKey({ ...settings, mode: 'production' });
		expect(refused.ok ? '' : refused.problem).toContain('genklang create-key');
	});
});

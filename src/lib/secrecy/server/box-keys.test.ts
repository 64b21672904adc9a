import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBoxKeys } from './box-keys.ts';
import { openBoxKeysFor } from './open-box-keys.ts';

const boxId = '0b8f7d1e-3c55-4f0a-9b61-2a4f6f1f0c11';
let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'genklang-box-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a box’s key', () => {
	it('is a file that only the program’s account can read, and is found again', () => {
		const keys = openBoxKeys(join(folder, 'keys'));
		keys.keep(boxId, new Uint8Array([1, 2, 3]));
		expect(keys.find(boxId)).toEqual(new Uint8Array([1, 2, 3]));
		expect(statSync(join(folder, 'keys', `${boxId}.key`)).mode & 0o777).toBe(0o600);
		expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700);
	});

	it('is gone when it has been destroyed, and can be destroyed again', () => {
		const keys = openBoxKeys(folder);
		keys.keep(boxId, new Uint8Array([1, 2, 3]));
		keys.destroy(boxId);
		keys.destroy(boxId);
		expect(keys.find(boxId)).toBeNull();
		expect(readdirSync(folder)).toEqual([]);
	});

	it('is listed when it has been there for long', () => {
		const keys = openBoxKeys(folder);
		keys.keep(boxId, new Uint8Array([1]));
		expect(keys.listOlderThan(60_000)).toEqual([]);
		const before = new Date(Date.now() - 120_000);
		utimesSync(join(folder, `${boxId}.key`), before, before);
		expect(keys.listOlderThan(60_000)).toEqual([boxId]);
	});

	it('never lies among the data, which are copied, but in the demo', () => {
		const dataDirectory = join(folder, 'data');
		const inside = { surveyKeysFolder: join(dataDirectory, 'keys'), dataDirectory };
		expect(() => openBoxKeysFor({ ...inside, mode: 'production' })).toThrow('GENKLANG_SURVEY_KEYS');
		expect(() => openBoxKeysFor({ ...inside, mode: 'demo' })).not.toThrow();
		const beside = { surveyKeysFolder: `${dataDirectory}.survey-keys`, dataDirectory };
		expect(() => openBoxKeysFor({ ...beside, mode: 'production' })).not.toThrow();
	});

	it('cannot be kept where no folder has been chosen', () => {
		const none = { surveyKeysFolder: null, dataDirectory: null, mode: 'production' } as const;
		expect(() => openBoxKeysFor(none).keep(boxId, new Uint8Array())).toThrow('box-keys-missing');
	});
});

/** The master key of the tests: made up, and the same every time. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toMasterKey } from '#lib/secrecy/server/master-key.ts';

const bytes = Buffer.alloc(32, 'genklang-test ');

export const testMasterKey = toMasterKey(bytes);

/** The same key in a file, for a program that is started as a process of its own. */
export function writeTestMasterKey(): string {
	const folder = join(import.meta.dirname, '..', '..', '.cache');
	const path = join(folder, 'test-master-key');
	mkdirSync(folder, { recursive: true });
	writeFileSync(path, `genklang-master-key-1 ${bytes.toString('base64url')}\n`, { mode: 0o600 });
	chmodSync(path, 0o600);
	return path;
}

/** Which master key the program runs with, by its settings. */
import { createHash } from 'node:crypto';
import type { Environment } from '#lib/shared/environment.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';
import { readMasterKeyFile } from './master-key-file.ts';
import { toMasterKey, type MasterKey } from './master-key.ts';

/**
 * Anybody can read this key, and that is as it should be: demo mode runs only over data that the demo itself has made up,
 * and must never fail because a file next to them has been lost. Outside demo mode it is not used.
 */
export const demoMasterKey: MasterKey = toMasterKey(
	createHash('sha256').update('genklang demo: påhittade data, ingen hemlighet').digest()
);

/**
 * The demo's key in demo mode; otherwise the one in GENKLANG_MASTER_KEY_FILE. Without a file it is refused with a sentence
 * that says what to do.
 */
export function openMasterKey({
	masterKeyFile,
	dataDirectory,
	mode
}: Pick<Environment, 'masterKeyFile' | 'dataDirectory' | 'mode'>): Result<MasterKey, string> {
	if (mode === 'demo') return ok(demoMasterKey);
	if (masterKeyFile !== null) return readMasterKeyFile(masterKeyFile, dataDirectory);
	return refuse(
		'Ingen huvudnyckel är vald. Gör en med: genklang create-key <fil>, och sätt GENKLANG_MASTER_KEY_FILE till filen.'
	);
}

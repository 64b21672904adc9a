/** The access log's trail of the running program: signed with today's master key, read with earlier ones too. */
import { delimiter } from 'node:path';
import { readMasterKeyFile } from '#lib/secrecy/server/master-key-file.ts';
import { openMasterKey } from '#lib/secrecy/server/open-master-key.ts';
import type { MasterKey } from '#lib/secrecy/server/master-key.ts';
import type { Environment } from '#lib/shared/environment.ts';
import { ok, type Result } from '#lib/shared/result.ts';
import type { AuditTrail } from '../audit-trail.ts';
import { openTrail } from './audit-key.ts';

type Settings = Pick<Environment, 'masterKeyFile' | 'dataDirectory' | 'mode' | 'earlierKeyFiles'>;

/** The trail, or one sentence about the key file that could not be read. `more` are further files with earlier keys. */
export function openTrailFor(settings: Settings, more: readonly string[] = []): Result<AuditTrail, string> {
	const master = openMasterKey(settings);
	if (!master.ok) return master;
	const files = [...settings.earlierKeyFiles.split(delimiter).filter((file) => file !== ''), ...more];
	const earlier: MasterKey[] = [];
	for (const file of files) {
		const read = readMasterKeyFile(file, settings.dataDirectory);
		if (!read.ok) return read;
		earlier.push(read.value);
	}
	return ok(openTrail(master.value, earlier));
}

/**
 * Where the key of the access log comes from: a file outside the data folder. A new installation with the embedded
 * database gets one beside its folder; whoever copies the folder does not get the key.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AuditTrail } from '../audit-trail.ts';
import { deriveAuditKey, makeTrail } from './audit-key.ts';

/** Reads the key file, or makes it when it is not there. Throws with one sentence when it is too short. */
export function openTrail(keyFile: string): AuditTrail {
	if (!existsSync(keyFile)) {
		mkdirSync(dirname(keyFile), { recursive: true });
		writeFileSync(keyFile, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
	}
	return makeTrail([deriveAuditKey(Buffer.from(readFileSync(keyFile, 'utf8').trim()))]);
}

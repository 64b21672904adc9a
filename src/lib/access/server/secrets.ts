/** The secret that sign-in rests on, which is never in the database, and the keys made from it, one per use. */
import { hkdfSync, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '#lib/shared/environment.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';

export interface SignInSecrets {
	/** Better Auth's own secret: signs the state of an OpenID Connect sign-in. */
	readonly betterAuth: string;
	/** Encrypts the secrets of authenticator apps. */
	readonly totp: string;
	/** A keyed hash in base64url: nobody can make it, or test guesses against it, with the database alone. */
	mac(use: MacUse, text: string): string;
	/** Whether the hash is the text's, in constant time. */
	isMac(use: MacUse, text: string, mac: string): boolean;
	/** Bytes that are always the same for the use and the text. */
	bytes(use: MacUse, text: string, length: number): Buffer;
}

type MacUse = 'session' | 'known-browser' | 'throttle' | 'backup-code' | 'enrolment';

/** The keys of a secret with at least 256 bits in it. */
export function deriveSecrets(secret: string): SignInSecrets {
	const derive = (use: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', `genklang ${use}`, 32));
	const bytes = (use: MacUse, text: string, length: number): Buffer =>
		createHmac('sha256', derive(use)).update(text).digest().subarray(0, length);
	const mac = (use: MacUse, text: string): string => bytes(use, text, 32).toString('base64url');
	return {
		betterAuth: derive('better-auth').toString('base64url'),
		totp: derive('totp').toString('base64url'),
		mac,
		isMac(use, text, candidate) {
			const expected = Buffer.from(mac(use, text));
			const given = Buffer.from(candidate);
			return expected.length === given.length && timingSafeEqual(expected, given);
		},
		bytes
	};
}

const fileName = 'secret';

/**
 * The secret of this installation: GENKLANG_SECRET, or for the embedded database a file in the data folder, beside the
 * database and readable to its owner only, made the first time. Refuses PostgreSQL without GENKLANG_SECRET: several
 * servers must share one.
 */
export function readSecret(environment: Pick<Environment, 'secret' | 'storage'>): Result<string, string> {
	if (environment.secret) return ok(environment.secret);
	if (environment.storage.kind === 'postgres') {
		return refuse(
			'GENKLANG_SECRET saknas. Gör en lång slumpad text (openssl rand -base64 48) och spara den säkert.'
		);
	}
	const { dataDirectory } = environment.storage;
	const path = join(dataDirectory, fileName);
	if (!existsSync(path)) {
		mkdirSync(dataDirectory, { recursive: true });
		writeNewFile(path, `${randomBytes(48).toString('base64url')}\n`);
	}
	const secret = readFileSync(path, 'utf8').trim();
	return secret.length >= 32 ? ok(secret) : refuse(`Filen ${path} är skadad: hemligheten i den är för kort.`);
}

function writeNewFile(path: string, text: string): void {
	const file = openSync(path, 'wx', 0o600);
	try {
		writeFileSync(file, text);
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
}

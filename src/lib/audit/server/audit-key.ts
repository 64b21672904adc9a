/** The key that the access log is signed with: derived from the master key, which lies outside the database. */
import { createHmac, createSecretKey, hkdfSync, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { MasterKey } from '#lib/secrecy/server/master-key.ts';
import type { AuditTrail, Signature } from '../audit-trail.ts';

export interface AuditKey {
	/** First eight digits of a fingerprint: names the key in the log. */
	readonly id: string;
	readonly secret: Uint8Array;
}

/** The log's own key from a secret of at least 32 bytes that may be used for other things as well. */
export function deriveAuditKey(secret: Uint8Array): AuditKey {
	if (secret.length < 32) throw new Error('Nyckeln till åtkomstloggen ska ha minst 32 byte.');
	const derived = new Uint8Array(hkdfSync('sha256', secret, '', 'genklang audit log', 32));
	return { id: macOf(derived, 'genklang audit key id').slice(0, 8), secret: derived };
}

/** What the program signs with, and knows again what it signed under master keys that were used before. */
export function openTrail(masterKey: MasterKey, earlier: readonly MasterKey[] = []): AuditTrail {
	const keyOf = (master: MasterKey): AuditKey => deriveAuditKey(master.derive('audit log').export());
	return makeTrail([keyOf(masterKey), ...earlier.map(keyOf)]);
}

/**
 * Signs with the first key and recognises what any of them has signed: the others are keys that were used before. Does
 * not seal; `makeSealer` in sealer.ts does.
 */
export function makeTrail(keys: readonly [AuditKey, ...AuditKey[]]): AuditTrail {
	const [current] = keys;
	// Made once: node makes one for every signature from plain bytes, which takes several times longer than signing.
	const secretById = new Map(keys.map(({ id, secret }) => [id, createSecretKey(secret)]));
	const currentSecret = createSecretKey(current.secret);
	return {
		sign: (text) => ({ keyId: current.id, mac: macOf(currentSecret, text) }),
		judge(text, signature: Signature) {
			const secret = secretById.get(signature.keyId);
			if (!secret) return 'unknown-key';
			return isSame(macOf(secret, text), signature.mac) ? 'genuine' : 'forged';
		},
		anchorsOf: () => [],
		sealSoon: () => {}
	};
}

function macOf(secret: Uint8Array | KeyObject, text: string): string {
	return createHmac('sha256', secret).update(text).digest('hex');
}

function isSame(expected: string, given: string): boolean {
	return expected.length === given.length && timingSafeEqual(Buffer.from(expected), Buffer.from(given));
}

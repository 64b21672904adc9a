/**
 * The master key: 256 random bits that are never in the database. It wraps the boards' own keys, and gives keys for
 * other purposes that have to lie outside the database (HKDF, RFC 5869).
 */
import { createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { openText, sealText } from './sealed-text.ts';

export interface MasterKey {
	/** Tells one master key from another, and nothing about it. */
	readonly id: string;
	wrap(boardId: string, version: number, key: KeyObject): string;
	/** The board's key, or null when it was wrapped with another master key or has been changed. */
	unwrap(boardId: string, version: number, wrapped: string): KeyObject | null;
	/** A key for one purpose only; the same every time. */
	derive(purpose: string): KeyObject;
}

export const keyBytes = 32;

/** The master key made of the bytes. */
export function toMasterKey(bytes: Buffer): MasterKey {
	const master = createSecretKey(bytes);
	const wrapping = deriveKey(master, 'wrap tenant keys');
	const placeOf = (boardId: string) => ({ boardId, column: 'tenant_keys.wrapped_key', rowId: boardId });
	return {
		id: deriveKey(master, 'id').export().subarray(0, 6).toString('hex'),
		wrap: (boardId, version, key) =>
			sealText(wrapping, version, placeOf(boardId), key.export().toString('base64url')),
		unwrap(boardId, version, wrapped) {
			const opened = openText(wrapping, version, placeOf(boardId), wrapped);
			return opened === null ? null : createSecretKey(Buffer.from(opened, 'base64url'));
		},
		derive: (purpose) => deriveKey(master, `purpose ${purpose}`)
	};
}

/** Another key out of this one; `info` keeps the purposes apart. */
export function deriveKey(key: KeyObject, info: string): KeyObject {
	return createSecretKey(Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `genklang ${info}`, keyBytes)));
}

/** A new random key. */
export function newKey(): KeyObject {
	return createSecretKey(randomBytes(keyBytes));
}

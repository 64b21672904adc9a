/**
 * One sealed value: AES-256-GCM through node:crypto, with a new random nonce each time (NIST SP 800-38D, 8.2.2: at most
 * 2^32 values under one key). `g1.<key version>.<nonce, ciphertext and tag>`. The place it belongs to is authenticated
 * with it, so that it opens nowhere else.
 */
import { createCipheriv, createDecipheriv, randomFillSync, type KeyObject } from 'node:crypto';
import type { Sealed } from '../sealed-columns.ts';

const nonceBytes = 12;
const tagBytes = 16;
const form = /^g1\.(\d{1,9})\.([A-Za-z0-9_-]+)$/;

/** Where a value lies; its text is what is authenticated. */
export interface SealedPlace {
	readonly boardId: string;
	/** `table.column` in the database. */
	readonly column: string;
	readonly rowId: string;
}

/** Seals the text for the place under the key. */
export function sealText(key: KeyObject, version: number, place: SealedPlace, text: string): Sealed {
	const nonce = takeNonce();
	const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
	cipher.setAAD(toAssociatedData(place, version));
	const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
	return `g1.${version}.${sealed.toString('base64url')}` as Sealed;
}

const nonceStock = Buffer.alloc(nonceBytes * 256);
let noncesTaken = Infinity;

/** Random bytes are fetched for many nonces at a time: fetching costs as much as sealing. Each is used once. */
function takeNonce(): Buffer {
	if (noncesTaken >= nonceStock.length) {
		randomFillSync(nonceStock);
		noncesTaken = 0;
	}
	// A copy: the stock is filled anew.
	const nonce = Buffer.from(nonceStock.subarray(noncesTaken, noncesTaken + nonceBytes));
	noncesTaken += nonceBytes;
	return nonce;
}

/** The text, or null when the key is another one, the value has been changed or it comes from another place. */
export function openText(
	key: KeyObject,
	version: number,
	place: SealedPlace,
	sealedText: string
): string | null {
	const match = form.exec(sealedText);
	if (!match || Number(match[1]) !== version) return null;
	const sealed = Buffer.from(match[2] ?? '', 'base64url');
	if (sealed.length < nonceBytes + tagBytes) return null;
	const nonce = sealed.subarray(0, nonceBytes);
	const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
	decipher.setAAD(toAssociatedData(place, version));
	decipher.setAuthTag(sealed.subarray(-tagBytes));
	try {
		const text = decipher.update(sealed.subarray(nonceBytes, -tagBytes));
		return Buffer.concat([text, decipher.final()]).toString('utf8');
	} catch {
		return null;
	}
}

/** The version of the key that a value was sealed with, or null when it is not a sealed value. */
export function readKeyVersion(sealedText: string): number | null {
	const match = form.exec(sealedText);
	return match ? Number(match[1]) : null;
}

function toAssociatedData({ boardId, column, rowId }: SealedPlace, version: number): Buffer {
	return Buffer.from(`${column.replace('.', '|')}|${rowId}|${boardId}|${version}`, 'utf8');
}

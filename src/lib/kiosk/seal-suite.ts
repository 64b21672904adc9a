/**
 * What an answer is bound to when it is sealed (HPKE, RFC 9180: DHKEM P-256, HKDF-SHA-256, AES-256-GCM), said in one place
 * for the tablet that seals and the server that opens.
 */
import type { KioskId } from '#lib/shared/ids.ts';

const encoder = new TextEncoder();

/** The purpose; another version of what is sealed gets another. */
export const sealInfo: Uint8Array<ArrayBuffer> = encoder.encode('genklang kiosk answer 1');

/** The tablet the answer was given on: sealed on one it cannot be opened as another's. */
export function sealedFor(kioskId: KioskId): Uint8Array<ArrayBuffer> {
	return encoder.encode(kioskId);
}

/** An uncompressed P-256 point, which stands before what is sealed. */
export const pointLength = 65;

/** Base64url of a sealed answer is never longer: the largest answers that are taken in, filled out. */
export const maxSealedLength = 400_000;

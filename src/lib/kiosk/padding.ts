/** Filling answers out to a few equal lengths before they are sealed, so that the size of a sealed one says nothing. */
import { ok, refuse, type Result } from '#lib/shared/result.ts';

/** Bytes. Nearly every answer fits; those that do not are filled out to the next power of two. */
export const smallestLength = 4096;
const headerLength = 4;

/** The bytes with their number in front and zeroes after: 4096 bytes, or the next power of two that holds them. */
export function padBytes(bytes: Uint8Array): Uint8Array {
	let length = smallestLength;
	while (length < bytes.length + headerLength) length *= 2;
	const padded = new Uint8Array(length);
	new DataView(padded.buffer).setUint32(0, bytes.length);
	padded.set(bytes, headerLength);
	return padded;
}

/** The bytes that were filled out. Refuses what `padBytes` has not made. */
export function unpadBytes(padded: Uint8Array): Result<Uint8Array, 'damaged'> {
	if (padded.length < smallestLength) return refuse('damaged');
	const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
	if (length > padded.length - headerLength) return refuse('damaged');
	return ok(padded.subarray(headerLength, headerLength + length));
}

/** Little-endian numbers and padded texts in the order they are written, as .sav files have them. */

const encoder = new TextEncoder();

export interface SavBytes {
	byte(value: number): SavBytes;
	int(value: number): SavBytes;
	double(value: number): SavBytes;
	/** The text with spaces after it, up to the room it has. */
	text(bytes: Uint8Array, room: number): SavBytes;
	/** What has been written. Throws when it is not as much as was said: then the file would be broken. */
	done(): Uint8Array;
}

/** Bytes of a size that is known beforehand. */
export function makeSavBytes(size: number): SavBytes {
	const bytes = new Uint8Array(size);
	const view = new DataView(bytes.buffer);
	let at = 0;
	const writer: SavBytes = {
		byte(value) {
			view.setUint8(at, value);
			at += 1;
			return writer;
		},
		int(value) {
			view.setInt32(at, value, true);
			at += 4;
			return writer;
		},
		double(value) {
			view.setFloat64(at, value, true);
			at += 8;
			return writer;
		},
		text(part, room) {
			bytes.set(padBytes(part, room), at);
			at += room;
			return writer;
		},
		done() {
			if (at !== size) throw new Error(`${at} bytes of ${size}`);
			return bytes;
		}
	};
	return writer;
}

export const toBytes = (text: string): Uint8Array => encoder.encode(text);

/** As much of the text as goes into so many bytes, whole characters. */
export function cutToBytes(text: string, most: number): Uint8Array {
	const bytes = toBytes(text);
	if (bytes.length <= most) return bytes;
	let end = most;
	// Bytes that continue a character begin with 10.
	while (end > 0 && ((bytes[end] ?? 0) & 0b1100_0000) === 0b1000_0000) end -= 1;
	return bytes.subarray(0, end);
}

export function padBytes(bytes: Uint8Array, room: number): Uint8Array {
	if (bytes.length === room) return bytes;
	const padded = new Uint8Array(room).fill(0x20);
	padded.set(bytes);
	return padded;
}

export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

/** WebP (RFC 9649): a RIFF file of chunks. */
import { ok, refuse, type Result } from '#lib/shared/result.ts';
import { readOrientation } from './exif-orientation.ts';
import { joinBytes } from './join-bytes.ts';
import type { PictureFault, PictureFile } from './picture-file.ts';

const headBytes = 12;
const chunkHeadBytes = 8;
const animationFlag = 0x02;
const alphaFlag = 0x10;

interface Chunk {
	readonly name: string;
	/** With its head, and the byte that makes its length even. */
	readonly whole: Uint8Array;
	readonly data: Uint8Array;
}

interface Size {
	readonly width: number;
	readonly height: number;
}

/** Null when it is no WebP at all. */
export function readWebp(bytes: Uint8Array): Result<PictureFile, PictureFault> | null {
	if (bytes.length < headBytes || textAt(bytes, 0) !== 'RIFF' || textAt(bytes, 8) !== 'WEBP') return null;
	const chunks = readChunks(bytes);
	if (!chunks) return refuse('broken');
	const find = (name: string): Chunk | undefined => chunks.find((chunk) => chunk.name === name);
	const extended = find('VP8X');
	const flags = extended?.data[0] ?? 0;
	if (find('ANIM') || find('ANMF') || flags & animationFlag) return refuse('moving');
	const exif = find('EXIF');
	if (exif && readOrientation(withoutMark(exif.data)) !== 1) return refuse('turned');
	const drawn = find('VP8 ') ?? find('VP8L');
	const size = drawn ? readSize(drawn) : null;
	if (!drawn || !size || (extended && chunks[0] !== extended)) return refuse('broken');
	const alpha = drawn.name === 'VP8 ' ? find('ALPH') : undefined;
	const kept = [extended && toBareHead(extended, size), alpha?.whole, drawn.whole].filter(
		(part) => part !== undefined
	);
	const whole = joinBytes([bytes.subarray(0, headBytes), ...kept]);
	new DataView(whole.buffer).setUint32(4, whole.length - 8, true);
	return ok({ mediaType: 'image/webp', ...size, bytes: whole, isTrimmed: whole.length < bytes.length });
}

function readChunks(bytes: Uint8Array): readonly Chunk[] | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = view.getUint32(4, true) + 8;
	if (end > bytes.length) return null;
	const chunks: Chunk[] = [];
	for (let at = headBytes; at < end;) {
		if (at + chunkHeadBytes > end) return null;
		const length = view.getUint32(at + 4, true);
		const next = at + chunkHeadBytes + length + (length % 2);
		if (next > end) return null;
		const data = bytes.subarray(at + chunkHeadBytes, at + chunkHeadBytes + length);
		chunks.push({ name: textAt(bytes, at), whole: bytes.subarray(at, next), data });
		at = next;
	}
	return chunks;
}

/** RFC 6386, 9.1, and the lossless bitstream's own head (RFC 9649, 3.4). */
function readSize({ name, data }: Chunk): Size | null {
	if (data.length < 10) return null;
	const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
	if (name === 'VP8 ') {
		if (data[3] !== 0x9d || data[4] !== 0x01 || data[5] !== 0x2a) return null;
		return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff };
	}
	if (data[0] !== 0x2f) return null;
	const bits = view.getUint32(1, true);
	return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

/** The head says what else is in the file: nothing but see-through parts is left, and the canvas is the picture's own size. */
function toBareHead({ whole, data }: Chunk, { width, height }: Size): Uint8Array {
	const head = whole.slice();
	head.fill(0, chunkHeadBytes);
	head[chunkHeadBytes] = (data[0] ?? 0) & alphaFlag;
	writeThreeBytes(head, chunkHeadBytes + 4, width - 1);
	writeThreeBytes(head, chunkHeadBytes + 7, height - 1);
	return head;
}

function writeThreeBytes(bytes: Uint8Array, at: number, value: number): void {
	bytes.set([value & 0xff, (value >>> 8) & 0xff, value >>> 16], at);
}

/** Some programs write the mark that JPEG has before it. */
function withoutMark(exif: Uint8Array): Uint8Array {
	return textAt(exif, 0) === 'Exif' ? exif.subarray(6) : exif;
}

function textAt(bytes: Uint8Array, at: number): string {
	return String.fromCharCode(...bytes.subarray(at, at + 4));
}

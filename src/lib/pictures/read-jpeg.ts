/** JPEG (ISO/IEC 10918-1, annex B): segments that begin with a marker, and between them what is drawn. */
import { ok, refuse, type Result } from '#lib/shared/result.ts';
import { readOrientation } from './exif-orientation.ts';
import { joinBytes } from './join-bytes.ts';
import type { PictureFault, PictureFile } from './picture-file.ts';

const exifMark = 'Exif\0\0';
/** Where a frame begins, as browsers draw them: baseline, extended and progressive. */
const frames = [0xc0, 0xc1, 0xc2];
const huffmanTable = 0xc4;
const endOfImage = 0xd9;
const startOfScan = 0xda;
const application0 = 0xe0;
const application1 = 0xe1;
const application14 = 0xee;
/** Tables that the scans are drawn with: of lengths, of codes, of restarts. */
const tables = [huffmanTable, 0xdb, 0xdd];
/** A JFIF segment without a small picture of its own. */
const jfifBytes = 16;

interface Segment {
	readonly marker: number;
	/** From the marker to the end of the segment. */
	readonly whole: Uint8Array;
	/** After the length. */
	readonly data: Uint8Array;
}

/** Null when it is no JPEG at all. */
export function readJpeg(bytes: Uint8Array): Result<PictureFile, PictureFault> | null {
	if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return null;
	const kept = [bytes.subarray(0, 2)];
	let size: { readonly width: number; readonly height: number } | null = null;
	let hasScan = false;
	for (let at = 2; ;) {
		const marker = bytes[at + 1];
		if (bytes[at] !== 0xff || marker === undefined) return refuse('broken');
		if (marker === 0xff) {
			at += 1;
			continue;
		}
		if (marker === endOfImage) break;
		const segment = readSegment(bytes, at, marker);
		if (!segment) return refuse('broken');
		if (isExif(segment) && readOrientation(segment.data.subarray(exifMark.length)) !== 1)
			return refuse('turned');
		if (frames.includes(marker)) {
			if (size || segment.data.length < 6) return refuse('broken');
			const view = new DataView(segment.data.buffer, segment.data.byteOffset);
			size = { height: view.getUint16(1), width: view.getUint16(3) };
		} else if (!isKnown(marker)) {
			return refuse('broken');
		}
		if (draws(segment)) kept.push(segment.whole);
		at += segment.whole.length;
		if (marker !== startOfScan) continue;
		const end = findScanEnd(bytes, at);
		if (end === null) return refuse('broken');
		kept.push(bytes.subarray(at, end));
		hasScan = true;
		at = end;
	}
	if (!size || !hasScan) return refuse('broken');
	const whole = joinBytes([...kept, Uint8Array.of(0xff, endOfImage)]);
	return ok({ mediaType: 'image/jpeg', ...size, bytes: whole, isTrimmed: whole.length < bytes.length });
}

function readSegment(bytes: Uint8Array, at: number, marker: number): Segment | null {
	const length = (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
	const end = at + 2 + length;
	if (length < 2 || end > bytes.length) return null;
	return { marker, whole: bytes.subarray(at, end), data: bytes.subarray(at + 4, end) };
}

/** Frames, tables and scans; and what applications and people have written, which is left out. */
function isKnown(marker: number): boolean {
	return (
		tables.includes(marker) ||
		marker === startOfScan ||
		(marker >= application0 && marker <= 0xef) ||
		marker === 0xfe
	);
}

/** Of what applications have written, only what says how the colours are meant. */
function draws({ marker, data }: Segment): boolean {
	if (marker === application0) return startsWith(data, 'JFIF\0') && data.length + 2 === jfifBytes;
	if (marker === application14) return startsWith(data, 'Adobe');
	return frames.includes(marker) || tables.includes(marker) || marker === startOfScan;
}

function isExif({ marker, data }: Segment): boolean {
	return marker === application1 && startsWith(data, exifMark);
}

function startsWith(data: Uint8Array, text: string): boolean {
	return [...text].every((sign, at) => data[at] === sign.charCodeAt(0));
}

/** Where the next marker is that ends what is drawn; `FF 00` and restarts (`FF D0`–`FF D7`) are part of it. */
function findScanEnd(bytes: Uint8Array, from: number): number | null {
	for (let at = from; at + 1 < bytes.length; at += 1) {
		if (bytes[at] !== 0xff) continue;
		const next = bytes[at + 1] ?? 0;
		if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
	}
	return null;
}

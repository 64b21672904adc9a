/** PNG (ISO/IEC 15948): a signature and chunks, each with its name and a check sum. */
import { ok, refuse, type Result } from '#lib/shared/result.ts';
import { crc32 } from './crc32.ts';
import { readOrientation } from './exif-orientation.ts';
import { joinBytes } from './join-bytes.ts';
import type { PictureFault, PictureFile } from './picture-file.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** What draws it. Everything else says something about it: texts, times, Exif, colour profiles with their owners' words. */
const drawing: readonly string[] = ['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'IDAT', 'IEND'];
/** Length, name and check sum. */
const around = 12;

/** Null when it is no PNG at all. */
export function readPng(bytes: Uint8Array): Result<PictureFile, PictureFault> | null {
	if (!signature.every((byte, at) => bytes[at] === byte)) return null;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const kept = [bytes.subarray(0, signature.length)];
	const names: string[] = [];
	let isTrimmed = false;
	for (let at = signature.length; names.at(-1) !== 'IEND';) {
		if (at + around > bytes.length) return refuse('broken');
		const end = at + around + view.getUint32(at);
		if (end > bytes.length) return refuse('broken');
		const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
		const data = bytes.subarray(at + 8, end - 4);
		if (name === 'acTL') return refuse('moving');
		if (name === 'eXIf' && readOrientation(data) !== 1) return refuse('turned');
		if (drawing.includes(name)) {
			if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return refuse('broken');
			kept.push(bytes.subarray(at, end));
		} else {
			// A name with a capital first is one that the picture cannot be drawn without.
			if (/^[^a-z]/.test(name)) return refuse('broken');
			isTrimmed = true;
		}
		names.push(name);
		at = end;
	}
	if (names[0] !== 'IHDR' || view.getUint32(8) !== 13 || !names.includes('IDAT')) return refuse('broken');
	const whole = joinBytes(kept);
	return ok({
		mediaType: 'image/png',
		width: view.getUint32(16),
		height: view.getUint32(20),
		bytes: whole,
		isTrimmed: isTrimmed || whole.length < bytes.length
	});
}

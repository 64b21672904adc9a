import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	jpeg,
	makeExif,
	makePng,
	webpLossless,
	webpWithAlpha,
	withJpegSegment,
	withPngChunk,
	withWebpChunk
} from '#tests/build/pictures.ts';
import { pictureLimits, readPictureFile } from './picture-file.ts';

const png = makePng();
const place = 'GPS';
const read = (bytes: Uint8Array) => readPictureFile(new Uint8Array(bytes));
const exifSegment = (orientation: number): Buffer =>
	Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), makeExif(orientation)]);
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('a picture that is sent in', () => {
	it.each([
		['PNG', png, 'image/png'],
		['JPEG', jpeg, 'image/jpeg'],
		['WebP without loss', webpLossless, 'image/webp'],
		['WebP that is seen through', webpWithAlpha, 'image/webp']
	])('is told by its content: %s', (_kind, bytes, mediaType) => {
		expect(read(bytes)).toMatchObject({ ok: true, value: { mediaType, width: 12, height: 8 } });
	});

	it('is kept as it is when there is nothing but a picture in it', () => {
		const result = read(png);
		expect(result).toMatchObject({ ok: true, value: { isTrimmed: false } });
		expect(result.ok && Buffer.from(result.value.bytes).equals(png)).toBe(true);
	});

	it.each([
		['Exif in JPEG', withJpegSegment(jpeg, 0xe1, exifSegment(1))],
		['XMP in JPEG', withJpegSegment(jpeg, 0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0GPS'))],
		['a comment in JPEG', withJpegSegment(jpeg, 0xfe, Buffer.from('GPS'))],
		['something after JPEG', Buffer.concat([jpeg, Buffer.from('GPS')])],
		['Exif in PNG', withPngChunk(png, 'eXIf', makeExif(1))],
		['words in PNG', withPngChunk(png, 'tEXt', Buffer.from('Comment\0GPS'))],
		['something after PNG', Buffer.concat([png, Buffer.from('GPS')])],
		['Exif in WebP', withWebpChunk(webpLossless, 'EXIF', makeExif(1))],
		['XMP in WebP', withWebpChunk(webpWithAlpha, 'XMP ', Buffer.from('GPS'))],
		['something after WebP', Buffer.concat([webpLossless, Buffer.from('GPS')])]
	])('loses what does not draw it, and says so: %s', (_what, bytes) => {
		expect(textOf(bytes)).toContain(place);
		const result = read(bytes);
		expect(result).toMatchObject({ ok: true, value: { isTrimmed: true, width: 12, height: 8 } });
		expect(result.ok && textOf(result.value.bytes)).not.toContain(place);
	});

	it.each([
		['JPEG', jpeg],
		['WebP without loss', webpLossless],
		['WebP that is seen through', webpWithAlpha]
	])('is the same picture after a second reading: %s', (_kind, bytes) => {
		const once = read(bytes);
		if (!once.ok) throw new Error(once.problem);
		const twice = read(once.value.bytes);
		expect(twice).toEqual({ ok: true, value: { ...once.value, isTrimmed: false } });
	});

	it.each([
		[
			'SVG',
			Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
			'not-a-picture'
		],
		['GIF', Buffer.from('GIF89a\x01\0\x01\0'), 'not-a-picture'],
		['HTML', Buffer.from('<!doctype html>'), 'not-a-picture'],
		['nothing', Buffer.alloc(0), 'not-a-picture'],
		['a PNG that moves', withPngChunk(png, 'acTL', Buffer.alloc(8)), 'moving'],
		['a WebP that moves', withWebpChunk(webpLossless, 'ANIM', Buffer.alloc(6)), 'moving'],
		['a PNG on its side', withPngChunk(png, 'eXIf', makeExif(6)), 'turned'],
		['a JPEG on its side', withJpegSegment(jpeg, 0xe1, exifSegment(8)), 'turned'],
		['a WebP on its side', withWebpChunk(webpLossless, 'EXIF', makeExif(3)), 'turned'],
		['a wide PNG', makePng(pictureLimits.side + 1, 1), 'too-large'],
		['a high PNG', makePng(1, pictureLimits.side + 1), 'too-large'],
		['a PNG without width', makePng(0, 1), 'broken'],
		['a heavy file', Buffer.concat([png, Buffer.alloc(pictureLimits.bytes)]), 'too-heavy'],
		['a PNG with an unknown part that draws it', withPngChunk(png, 'JUNK', Buffer.alloc(4)), 'broken'],
		['a PNG cut off', png.subarray(0, -4), 'broken'],
		['a JPEG cut off', jpeg.subarray(0, -2), 'broken'],
		['a JPEG without a picture', Buffer.from([0xff, 0xd8, 0xff, 0xd9]), 'broken'],
		['a WebP cut off', webpLossless.subarray(0, -2), 'broken']
	])('is refused: %s', (_what, bytes, problem) => {
		expect(read(bytes)).toEqual({ ok: false, problem });
	});

	it('is refused when a byte of what draws a PNG is another', () => {
		const changed = Buffer.from(png);
		changed[45] = (changed[45] ?? 0) ^ 1;
		expect(read(changed)).toEqual({ ok: false, problem: 'broken' });
	});

	it('may have the largest side', () => {
		expect(read(makePng(pictureLimits.side, 1))).toMatchObject({ ok: true });
	});

	it('never stops the reading, whatever bytes there are, nor grows', () => {
		const starts = [png, jpeg, webpLossless, webpWithAlpha, Buffer.from('RIFF....WEBP')];
		fc.assert(
			fc.property(
				fc.constantFrom(...starts),
				fc.nat(800),
				fc.uint8Array({ maxLength: 40 }),
				fc.nat(30),
				(start, at, put, gone) => {
					const bytes = new Uint8Array([...start.subarray(0, at), ...put, ...start.subarray(at + gone)]);
					const result = readPictureFile(bytes);
					if (result.ok) expect(result.value.bytes.length).toBeLessThanOrEqual(bytes.length);
				}
			),
			{ numRuns: 2000 }
		);
	});
});

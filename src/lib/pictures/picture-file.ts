/**
 * A picture as it may be kept: told by what is in it, never by its name or by what the browser says of it, and without anything
 * that does not draw it. Raster pictures only; an SVG is a program.
 */
import { refuse, type Result } from '#lib/shared/result.ts';
import { readJpeg } from './read-jpeg.ts';
import { readPng } from './read-png.ts';
import { readWebp } from './read-webp.ts';

/** What a client has to fetch for each answer, on an old phone; and what a tablet keeps. */
export const pictureLimits = {
	/** Of the file as it is sent. */
	bytes: 102_400,
	/** Pixels, in width and height. */
	side: 1024,
	/** Of all pictures of a form together. */
	bytesOfInstrument: 4_194_304
} as const;

export const mediaTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type MediaType = (typeof mediaTypes)[number];

export interface PictureFile {
	readonly mediaType: MediaType;
	/** Pixels. */
	readonly width: number;
	readonly height: number;
	readonly bytes: Uint8Array;
	/** Whether something was left out that does not draw the picture: camera, place, time, comments. */
	readonly isTrimmed: boolean;
}

export type PictureFault =
	/** Neither PNG, JPEG nor WebP. */
	| 'not-a-picture'
	/** It begins as one, and cannot be read to its end. */
	| 'broken'
	/** More than one picture in it. */
	| 'moving'
	/** The camera was held on its side, and only what is left out says so. */
	| 'turned'
	| 'too-heavy'
	| 'too-large';

/** The picture, ready to be kept, or why it may not be. */
export function readPictureFile(bytes: Uint8Array): Result<PictureFile, PictureFault> {
	if (bytes.length > pictureLimits.bytes) return refuse('too-heavy');
	const read = readPng(bytes) ?? readJpeg(bytes) ?? readWebp(bytes);
	if (!read) return refuse('not-a-picture');
	if (!read.ok) return read;
	const { width, height } = read.value;
	if (width === 0 || height === 0) return refuse('broken');
	return Math.max(width, height) > pictureLimits.side ? refuse('too-large') : read;
}

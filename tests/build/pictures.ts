/** Made-up pictures: one colour each, and files with more in them than a picture. */
import { deflateSync, crc32 } from 'node:zlib';

/** A PNG of one colour, `[red, green, blue]`. */
export function makePng(width = 12, height = 8, colour: readonly number[] = [204, 51, 51]): Buffer {
	const line = Buffer.from([0, ...Array.from({ length: width }, () => colour).flat()]);
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head.set([8, 2, 0, 0, 0], 8);
	const data = deflateSync(Buffer.concat(Array.from({ length: height }, () => line)));
	return Buffer.concat([pngSignature, pngChunk('IHDR', head), pngChunk('IDAT', data), pngChunk('IEND')]);
}

const pngSignature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** One chunk of a PNG, with its length and check sum. */
export function pngChunk(name: string, data: Uint8Array = Buffer.alloc(0)): Buffer {
	const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
	const around = Buffer.alloc(8);
	around.writeUInt32BE(data.length, 0);
	around.writeUInt32BE(crc32(named), 4);
	return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
}

/** With a chunk put in after the head. */
export function withPngChunk(png: Buffer, name: string, data?: Uint8Array): Buffer {
	const afterHead = pngSignature.length + 25;
	return Buffer.concat([png.subarray(0, afterHead), pngChunk(name, data), png.subarray(afterHead)]);
}

/** Exif as a camera writes it: how it was held, and where. */
export function makeExif(orientation: number): Buffer {
	const exif = Buffer.alloc(8 + 2 + 12 + 4);
	exif.write('MM\0*', 'latin1');
	exif.writeUInt32BE(8, 4);
	exif.writeUInt16BE(1, 8);
	exif.writeUInt16BE(0x0112, 10);
	exif.writeUInt16BE(3, 12);
	exif.writeUInt32BE(1, 14);
	exif.writeUInt16BE(orientation, 18);
	return Buffer.concat([exif, Buffer.from('GPS 55.5563 N 14.3506 E', 'latin1')]);
}

/** With a segment put in first, as cameras do. */
export function withJpegSegment(jpeg: Buffer, marker: number, data: Uint8Array): Buffer {
	const head = Buffer.from([0xff, marker, 0, 0]);
	head.writeUInt16BE(data.length + 2, 2);
	return Buffer.concat([jpeg.subarray(0, 2), head, data, jpeg.subarray(2)]);
}

/** With a chunk put in last. */
export function withWebpChunk(webp: Buffer, name: string, data: Uint8Array): Buffer {
	const head = Buffer.alloc(8);
	head.write(name, 'latin1');
	head.writeUInt32LE(data.length, 4);
	const whole = Buffer.concat([webp, head, data, Buffer.alloc(data.length % 2)]);
	whole.writeUInt32LE(whole.length - 8, 4);
	return whole;
}

/** 12 by 8, as Chromium writes them: with a colour profile. */
export const jpeg = Buffer.from(
	'/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAIAAwDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAAAwX/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCYACs//9k=',
	'base64'
);
export const webpLossless = Buffer.from(
	'UklGRgACAABXRUJQVlA4WAoAAAAgAAAACwAABwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDhMEQAAAC8LwAEAB9CZMnem/4GI6H8AAA==',
	'base64'
);
/** Half of it is seen through. */
export const webpWithAlpha = Buffer.from(
	'UklGRjYCAABXRUJQVlA4WAoAAAAwAAAACwAABwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZBTFBIEwAAAAEPMP8REUIgkCDkb7PdChH9jxwAVlA4ICwAAABwAQCdASoMAAgABABoJagCdAF1AAD+4//M8JIzOsKoeofUP1topTB1efQAAA==',
	'base64'
);

/** The tag in an Exif block that says how the camera was held (Exif 2.32, 4.6.4 A); 1 is upright. */
const orientationTag = 0x0112;
const entryBytes = 12;

/** How the camera was held, 1–8; 1 when it is not said in a way that can be read. `tiff` begins at its byte order mark. */
export function readOrientation(tiff: Uint8Array): number {
	const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
	if (view.byteLength < 8) return 1;
	const order = view.getUint16(0);
	if (order !== 0x4949 && order !== 0x4d4d) return 1;
	const isLittle = order === 0x4949;
	const first = view.getUint32(4, isLittle);
	if (first + 2 > view.byteLength) return 1;
	const count = view.getUint16(first, isLittle);
	for (let index = 0; index < count; index += 1) {
		const at = first + 2 + index * entryBytes;
		if (at + entryBytes > view.byteLength) return 1;
		if (view.getUint16(at, isLittle) === orientationTag) return view.getUint16(at + 8, isLittle);
	}
	return 1;
}

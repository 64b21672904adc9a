/** A QR code as one SVG path, so that a page can draw it without any markup made elsewhere. */
import { encode } from 'uqr';

export interface QrPath {
	/** Width and height in modules, the quiet zone included. */
	readonly size: number;
	/** For the `d` of a `path`: every dark module, row by row. */
	readonly path: string;
}

/** The text as a QR code with four light modules around it (ISO/IEC 18004 asks for as many). */
export function toQrPath(text: string): QrPath {
	const { data, size } = encode(text, { ecc: 'M', border: 4 });
	const path = data
		.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
		.join('');
	return { size, path };
}

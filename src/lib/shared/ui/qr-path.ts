/** A QR code as one SVG path, so that a page can draw it without any markup made elsewhere. */
import { encode } from 'uqr';

export interface QrPath {
	/** Width and height in modules, the quiet zone included. */
	readonly size: number;
	/** For the `d` of a `path`: every dark module, row by row. */
	readonly path: string;
}

/** A run of dark modules in one row. */
export interface QrRun {
	readonly x: number;
	readonly y: number;
	readonly width: number;
}

/** The same code as runs of dark modules, for whoever draws rectangles. */
export function toQrRuns(text: string): { readonly size: number; readonly runs: readonly QrRun[] } {
	const { data, size } = encode(text, { ecc: 'M', border: 4 });
	const runs: { x: number; y: number; width: number }[] = [];
	for (const [y, row] of data.entries()) {
		for (const [x, isDark] of row.entries()) {
			if (!isDark) continue;
			const last = runs.at(-1);
			if (last?.y === y && last.x + last.width === x) last.width += 1;
			else runs.push({ x, y, width: 1 });
		}
	}
	return { size, runs };
}

/** The text as a QR code with four light modules around it (ISO/IEC 18004 asks for as many). */
export function toQrPath(text: string): QrPath {
	const { data, size } = encode(text, { ecc: 'M', border: 4 });
	const path = data
		.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
		.join('');
	return { size, path };
}

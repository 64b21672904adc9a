/** Writes lines down a page and on to the next, and says to the reading program what each piece is (tagged PDF). */
import { breakLines } from '../../break-lines.ts';
import type { Face } from './letters.ts';
import { toPieces, type LineDirection } from './line-pieces.ts';

export type Pdf = PDFKit.PDFDocument;
export type Element = PDFKit.PDFStructureElement;

/** A4 in points (1/72 inch), with room for a hole punch and a thumb. */
export const page = { width: 595.28, height: 841.89, side: 62, top: 58, bottom: 70 } as const;
export const columnWidth = page.width - 2 * page.side;

/** As on the screen (tokens.css), a shade darker for cheap printers. */
export const inks = {
	ink: '#211d18',
	soft: '#4c453c',
	line: '#82786a',
	accent: '#0b4f52',
	sunken: '#e9e4da'
} as const;

export interface TextStyle {
	readonly face: Face;
	readonly size: number;
	/** From one baseline to the next, in points. */
	readonly leading: number;
	readonly ink: string;
	/** Which way the text runs; by its first letter where nothing is said. From right to left, a text stands to the right. */
	readonly direction?: LineDirection;
}

export interface Pen {
	readonly pdf: Pdf;
	/** Where the next line begins, from the top of the page. */
	y: number;
	/** What is drawn again on top of a page that continues something, such as a table's heading row. */
	onNewPage: (() => void) | null;
}

/** The width of a text in a style. */
export function widthOf({ pdf }: Pen, text: string, { size, face, direction = 'auto' }: TextStyle): number {
	pdf.fontSize(size);
	return toPieces(text, face, direction).reduce(
		(sum, piece) => sum + pdf.font(piece.font).widthOfString(piece.text),
		0
	);
}

/** The text in lines of a width. */
export function toLines(pen: Pen, text: string, width: number, style: TextStyle): readonly string[] {
	return breakLines(text, width, (part) => widthOf(pen, part, style));
}

/** The font's ascent as a part of its size: where the letters stand in their line box. */
const ascent = 0.95;

/** One line, without moving the pen. `x` is its left end. Drawn in the order it is read, wherever the pieces stand. */
export function drawLine({ pdf }: Pen, text: string, x: number, y: number, style: TextStyle): void {
	pdf.fontSize(style.size).fillColor(style.ink);
	const baseline = y + (style.leading - style.size * 1.25) / 2 + ascent * style.size;
	const pieces = toPieces(text, style.face, style.direction ?? 'auto').map((piece) => ({
		...piece,
		width: pdf.font(piece.font).widthOfString(piece.text)
	}));
	const starts = new Map<number, number>();
	let at = x;
	for (const { place, width } of pieces.toSorted((one, other) => one.place - other.place)) {
		starts.set(place, at);
		at += width;
	}
	for (const { font, text: words, place } of pieces) {
		pdf
			.font(font)
			.text(words, starts.get(place) ?? x, baseline, { lineBreak: false, baseline: 'alphabetic' });
	}
}

export function room({ y }: Pen): number {
	return page.height - page.bottom - y;
}

export function startPage(pen: Pen): void {
	pen.pdf.addPage();
	pen.y = page.top;
	pen.onNewPage?.();
}

/** Turns the page when what comes does not fit; what is taller than a page begins where it is. */
export function keepTogether(pen: Pen, height: number): void {
	if (room(pen) < height && pen.y > page.top) startPage(pen);
}

/** What is drawn in `draw` is one piece of `element` for a reading program. */
export function mark({ pdf }: Pen, element: Element, tag: string, draw: () => void): void {
	element.add(pdf.markStructureContent(tag));
	draw();
	pdf.endMarkedContent();
}

/** Decoration and repetitions, which a reading program passes over. */
export function markDecoration({ pdf }: Pen, draw: () => void): void {
	pdf.markContent('Artifact', { type: 'Layout' });
	draw();
	pdf.endMarkedContent();
}

/** A text as lines under `element`, over as many pages as it takes. */
export function writeText(
	pen: Pen,
	element: Element,
	tag: string,
	text: string,
	place: { readonly x: number; readonly width: number },
	style: TextStyle
): void {
	let lines = toLines(pen, text, place.width, style);
	// Neither one line alone at the foot of a page nor one alone at the top.
	keepTogether(pen, Math.min(lines.length, 2) * style.leading);
	while (lines.length > 0) {
		const fit = Math.max(1, Math.floor(room(pen) / style.leading));
		const left = lines.length - fit;
		const now = lines.slice(0, left === 1 && fit > 2 ? fit - 1 : fit);
		mark(pen, element, tag, () => {
			for (const [at, line] of now.entries()) {
				const drawn = at + 1 < lines.length ? `${line} ` : line;
				const beside = style.direction === 'rtl' ? place.width - widthOf(pen, drawn, style) : 0;
				drawLine(pen, drawn, place.x + beside, pen.y, style);
				pen.y += style.leading;
			}
		});
		lines = lines.slice(now.length);
		if (lines.length > 0) startPage(pen);
	}
}

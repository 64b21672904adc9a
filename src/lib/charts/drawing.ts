/**
 * A chart as plain marks: the same drawing becomes a part of a page, an SVG file and a PNG. Places and sizes are pixels,
 * paints are names; what a name looks like is said once for pages (Drawing.svelte) and once for files (write-svg.ts).
 */

/** The first is the series the page is about; steps go from dark to light and are told apart in grey. */
export type Paint =
	| 'accent'
	| 'ink'
	| 'soft'
	| 'line'
	| 'surface'
	| 'hatch'
	| 'ribbon'
	| 'faint'
	/** How sure a number is. */
	| 'interval'
	/** Where something may lie: see-through. */
	| 'wash'
	| 'step-0'
	| 'step-1'
	| 'step-2'
	| 'step-3'
	| 'step-4'
	| 'step-5';

export type Anchor = 'start' | 'middle' | 'end';

export type Mark =
	| {
			readonly kind: 'rect';
			readonly x: number;
			readonly y: number;
			readonly width: number;
			readonly height: number;
			readonly fill: Paint;
			/** Drawn round it, so that light parts have an edge on paper. */
			readonly edge?: Paint;
	  }
	| {
			readonly kind: 'line';
			readonly x1: number;
			readonly y1: number;
			readonly x2: number;
			readonly y2: number;
			readonly stroke: Paint;
			readonly width: number;
			readonly isDashed?: boolean;
	  }
	| {
			readonly kind: 'path';
			readonly d: string;
			readonly fill: Paint | null;
			readonly stroke: Paint | null;
			readonly width: number;
			readonly isDashed?: boolean;
			/** How far below its own places it is drawn. */
			readonly down?: number;
	  }
	| {
			readonly kind: 'circle';
			readonly x: number;
			readonly y: number;
			readonly r: number;
			readonly fill: Paint;
			readonly edge: Paint;
	  }
	| {
			readonly kind: 'text';
			readonly x: number;
			/** The baseline. */
			readonly y: number;
			readonly text: string;
			readonly anchor: Anchor;
			readonly paint: Paint;
			readonly isBold?: boolean;
			/** With the ground's colour round the letters, where they may lie on lines. */
			readonly hasHalo?: boolean;
	  };

export interface Drawing {
	readonly width: number;
	readonly height: number;
	readonly marks: readonly Mark[];
}

/** The two sizes every chart is laid out for: a page's column and a telephone. */
export type DrawingSize = 'wide' | 'narrow';
export const drawingWidths: Readonly<Record<DrawingSize, number>> = { wide: 720, narrow: 320 };
export const drawingSizes: readonly DrawingSize[] = ['wide', 'narrow'];

/** Lines of text under each other from a first baseline. */
export function textLines(
	lines: readonly string[],
	at: {
		readonly x: number;
		readonly y: number;
		readonly anchor?: Anchor;
		readonly paint?: Paint;
		readonly isBold?: boolean;
		readonly hasHalo?: boolean;
	},
	lineHeight: number
): Mark[] {
	const { x, y, anchor = 'start', paint = 'ink', isBold = false, hasHalo = false } = at;
	return lines.map((text, index) => ({
		kind: 'text',
		x,
		y: y + index * lineHeight,
		text,
		anchor,
		paint,
		isBold,
		hasHalo
	}));
}

/** The marks so many pixels further down. */
export function moveDown(marks: readonly Mark[], by: number): readonly Mark[] {
	return marks.map((mark): Mark => {
		switch (mark.kind) {
			case 'line':
				return { ...mark, y1: mark.y1 + by, y2: mark.y2 + by };
			case 'rect':
			case 'circle':
			case 'text':
				return { ...mark, y: mark.y + by };
			case 'path':
				return { ...mark, down: (mark.down ?? 0) + by };
		}
	});
}

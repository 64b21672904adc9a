import type { Drawing, DrawingSize } from './drawing.ts';

export interface ChartTable {
	readonly head: readonly string[];
	/** The first cell of each row names it. */
	readonly rows: readonly (readonly string[])[];
}

/** A chart as it is shown, printed and fetched as a file: words, the same numbers as a table, and the drawing. */
export interface Chart {
	readonly key: string;
	/** The finding. */
	readonly title: string;
	/** What is measured and how to read it; may be empty. */
	readonly lead: string;
	/** One sentence for those who listen. */
	readonly summary: string;
	/** n, bortfall, period and version: what it rests on. */
	readonly note: string;
	readonly table: ChartTable;
	draw(size: DrawingSize): Drawing;
}

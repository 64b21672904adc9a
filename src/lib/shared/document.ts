/** A document to keep: what it says, block by block, before anyone decides whether it becomes a PDF or plain text. */

export interface PrintedDocument {
	readonly title: string;
	/** BCP 47, of the document's own words. */
	readonly language: string;
	/** Who gives the document out: the board. */
	readonly author: string;
	/** Stands at the foot of every page: what this is and when it was made. */
	readonly footer: string;
	readonly pageOf: (page: number, pages: number) => string;
	readonly madeAt: Date;
	readonly blocks: readonly DocumentBlock[];
}

export type DocumentBlock =
	/** `language` when the words are in another language than the document's. */
	| {
			readonly kind: 'heading';
			readonly level: 1 | 2 | 3;
			readonly text: string;
			readonly language?: string;
	  }
	/** `note` is small and soft: sources, rights, reservations. */
	| {
			readonly kind: 'paragraph';
			readonly text: string;
			readonly tone?: 'plain' | 'strong' | 'note';
			readonly language?: string;
	  }
	| { readonly kind: 'list'; readonly items: readonly string[] }
	| { readonly kind: 'facts'; readonly facts: readonly DocumentFact[] }
	| DocumentTable
	| DocumentFigure
	| { readonly kind: 'page-break' };

export interface DocumentFact {
	readonly term: string;
	readonly value: string;
}

export interface DocumentTable {
	readonly kind: 'table';
	/** What the table shows, with n and period where it counts people. */
	readonly caption: string;
	readonly columns: readonly DocumentColumn[];
	/** As many cells as there are columns; the first one names the row. */
	readonly rows: readonly (readonly string[])[];
	/** Of the words in the cells, when it is not the document's. */
	readonly language?: string;
}

export interface DocumentColumn {
	readonly label: string;
	/** Share of the width in relation to the other columns; 1 when not said. */
	readonly width?: number;
	readonly align?: 'start' | 'end';
}

/** A drawing in its own units, with the same thing said in words. */
export interface DocumentFigure {
	readonly kind: 'figure';
	/** What the picture shows, for who does not see it. */
	readonly alt: string;
	readonly width: number;
	readonly height: number;
	readonly shapes: readonly FigureShape[];
}

/** How dark: ink for what is measured, soft for words beside it, line for axes, accent for what the page is about. */
export type FigureTone = 'ink' | 'soft' | 'line' | 'accent' | 'sunken';

export type FigureShape =
	| {
			readonly kind: 'line';
			readonly x1: number;
			readonly y1: number;
			readonly x2: number;
			readonly y2: number;
			readonly tone: FigureTone;
			readonly isDashed?: boolean;
	  }
	/** `path` is SVG path data. */
	| { readonly kind: 'path'; readonly path: string; readonly tone: FigureTone }
	| {
			readonly kind: 'rect';
			readonly x: number;
			readonly y: number;
			readonly width: number;
			readonly height: number;
			readonly tone: FigureTone;
	  }
	| {
			readonly kind: 'dot';
			readonly x: number;
			readonly y: number;
			readonly radius: number;
			readonly tone: FigureTone;
	  }
	/** `y` is the baseline. */
	| {
			readonly kind: 'text';
			readonly x: number;
			readonly y: number;
			readonly text: string;
			readonly size: number;
			readonly anchor: 'start' | 'middle' | 'end';
			readonly tone: FigureTone;
	  };

/** Headings, paragraphs, lists and facts on the page, each with its place in the document's structure. */
import { directionOf } from '../../direction-of.ts';
import type { DocumentBlock } from '../../document.ts';
import { hasTurnedWords } from './line-pieces.ts';
import {
	columnWidth,
	inks,
	keepTogether,
	mark,
	drawLine,
	page,
	writeText,
	type Element,
	type Pen,
	type TextStyle
} from './pen.ts';

type Block<Kind extends DocumentBlock['kind']> = Extract<DocumentBlock, { kind: Kind }>;

export const body: TextStyle = { face: 'regular', size: 10.5, leading: 15, ink: inks.ink };
export const strong: TextStyle = { ...body, face: 'bold' };
export const note: TextStyle = { ...body, size: 9, leading: 12.5, ink: inks.soft };
const headings: Readonly<Record<1 | 2 | 3, TextStyle & { readonly above: number; readonly below: number }>> =
	{
		1: { face: 'bold', size: 22, leading: 28, ink: inks.ink, above: 0, below: 12 },
		2: { face: 'bold', size: 14, leading: 19, ink: inks.ink, above: 20, below: 6 },
		3: { face: 'bold', size: 11, leading: 16, ink: inks.ink, above: 12, below: 3 }
	};
const fullWidth = { x: page.side, width: columnWidth };
const afterParagraph = 8;

/** The style in a language, which says which way it runs. */
function inLanguage(style: TextStyle, language: string | undefined): TextStyle {
	return language === undefined ? style : { ...style, direction: directionOf(language) };
}

/**
 * What a reading program is told beside the shapes: the language, and the text itself where a line has words from right to
 * left, whose shapes are in the file in the order they stand (ISO 32000-1, 14.9.4).
 */
function inWords(text: string, language: string | undefined): { lang?: string; actual?: string } {
	return { ...(language ? { lang: language } : {}), ...(hasTurnedWords(text) ? { actual: text } : {}) };
}

/** A heading never stands alone at the foot of a page: `companion` is how much of what it heads comes with it. */
export function writeHeading(
	pen: Pen,
	parent: Element,
	{ level, text, language }: Block<'heading'>,
	companion: number
): void {
	const { above, below, ...plain } = headings[level];
	const style = inLanguage(plain, language);
	if (pen.y > page.top) pen.y += above;
	keepTogether(pen, style.leading + below + companion);
	const element = pen.pdf.struct(`H${level}`, inWords(text, language));
	parent.add(element);
	writeText(pen, element, `H${level}`, text, fullWidth, style);
	pen.y += below;
}

const tones = { plain: body, strong, note } as const;

export function writeParagraph(pen: Pen, parent: Element, block: Block<'paragraph'>): void {
	const element = pen.pdf.struct('P', inWords(block.text, block.language));
	parent.add(element);
	const style = inLanguage(tones[block.tone ?? 'plain'], block.language);
	writeText(pen, element, 'P', block.text, fullWidth, style);
	pen.y += afterParagraph;
}

const bulletIndent = 14;

export function writeList(pen: Pen, parent: Element, { items }: Block<'list'>): void {
	const list = pen.pdf.struct('L');
	parent.add(list);
	for (const text of items) {
		keepTogether(pen, 2 * body.leading);
		const item = pen.pdf.struct('LI');
		list.add(item);
		const label = pen.pdf.struct('Lbl');
		item.add(label);
		mark(pen, label, 'Lbl', () => drawLine(pen, '•', page.side + 2, pen.y, body));
		const words = pen.pdf.struct('LBody');
		item.add(words);
		const place = { x: page.side + bulletIndent, width: columnWidth - bulletIndent };
		writeText(pen, words, 'LBody', text, place, body);
		pen.y += 3;
	}
	pen.y += afterParagraph - 3;
}

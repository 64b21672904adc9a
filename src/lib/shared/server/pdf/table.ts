/** Tables over as many pages as they take: the heading row comes again on every page, and each row says what heads it. */
import type { DocumentColumn, DocumentTable } from '../../document.ts';
import { body, strong } from './blocks.ts';
import {
	columnWidth,
	drawLine,
	inks,
	keepTogether,
	mark,
	markDecoration,
	page,
	room,
	startPage,
	toLines,
	widthOf,
	writeText,
	type Element,
	type Pen,
	type TextStyle
} from './pen.ts';

const cell: TextStyle = { ...body, size: 10, leading: 13.5 };
const head: TextStyle = { ...cell, face: 'bold' };
const gap = 10;
const padding = 4.5;
/** Rows with more lines than this may go on over two pages. */
const most = 12;

interface Slot {
	readonly x: number;
	readonly width: number;
	readonly align: 'start' | 'end';
}

/** A table with a caption, column headings and a heading for each row. */
export function writeTable(pen: Pen, parent: Element, table: DocumentTable): void {
	const { pdf } = pen;
	const element = pdf.struct('Table', table.language ? { lang: table.language } : {});
	parent.add(element);
	keepTogether(pen, leastHeightOfTable(pen, table));
	const caption = pdf.struct('Caption');
	element.add(caption);
	writeText(pen, caption, 'Caption', table.caption, { x: page.side, width: columnWidth }, strong);
	pen.y += 4;
	const slots = toSlots(table.columns);
	const labels = table.columns.map(({ label }) => label);
	const headPart = pdf.struct('THead');
	element.add(headPart);
	writeRow(pen, headPart, slots, labels, { tags: labels.map(() => 'TH'), scope: 'Column', styles: [head] });
	const bodyPart = pdf.struct('TBody');
	element.add(bodyPart);
	pen.onNewPage = () => repeatHead(pen, slots, labels);
	for (const row of table.rows)
		writeRow(pen, bodyPart, slots, row, { tags: ['TH'], scope: 'Row', styles: [cell] });
	pen.onNewPage = null;
	pen.y += 12;
}

/** What has to be on the same page: the caption, the head and the first row. */
export function leastHeightOfTable(pen: Pen, { caption, columns, rows }: DocumentTable): number {
	const slots = toSlots(columns);
	const heightOf = (texts: readonly string[], style: TextStyle): number => {
		const counts = slots.map(({ width }, at) => toLines(pen, texts[at] ?? '', width, style).length);
		return Math.min(Math.max(1, ...counts), most) * cell.leading + 2 * padding;
	};
	const labels = columns.map(({ label }) => label);
	const captionLines = toLines(pen, caption, columnWidth, strong).length;
	return captionLines * strong.leading + 4 + heightOf(labels, head) + heightOf(rows[0] ?? [], cell);
}

/** Names and values in two columns, without headings over them. */
export function writeFacts(
	pen: Pen,
	parent: Element,
	facts: readonly { readonly term: string; readonly value: string }[]
): void {
	const element = pen.pdf.struct('Table');
	parent.add(element);
	const slots = toSlots([
		{ label: '', width: 1 },
		{ label: '', width: 2.2 }
	]);
	for (const { term, value } of facts)
		writeRow(pen, element, slots, [term, value], { tags: ['TH'], scope: 'Row', styles: [head, cell] });
	pen.y += 12;
}

function toSlots(columns: readonly DocumentColumn[]): readonly Slot[] {
	const shares = columns.map(({ width }) => width ?? 1);
	const total = shares.reduce((sum, share) => sum + share, 0);
	const free = columnWidth - gap * (columns.length - 1);
	let x: number = page.side;
	return columns.map(({ align }, at) => {
		const width = (free * (shares[at] ?? 1)) / total;
		const slot: Slot = { x, width, align: align ?? 'start' };
		x += width + gap;
		return slot;
	});
}

interface RowKind {
	/** Of the first cells; the rest are TD. */
	readonly tags: readonly string[];
	readonly scope: 'Row' | 'Column';
	/** Of the first cells; the last one holds for the rest. */
	readonly styles: readonly [TextStyle, ...TextStyle[]];
}

function writeRow(
	pen: Pen,
	parent: Element,
	slots: readonly Slot[],
	texts: readonly string[],
	kind: RowKind
): void {
	const row = pen.pdf.struct('TR');
	parent.add(row);
	const cells = slots.map((slot, at) => {
		const tag = kind.tags[at] ?? 'TD';
		// The kit knows `scope`; its types do not yet.
		const options = tag === 'TH' ? ({ scope: kind.scope } as object) : {};
		const element = pen.pdf.struct(tag, options);
		row.add(element);
		const style = kind.styles[at] ?? kind.styles.at(-1) ?? cell;
		const text = texts[at] ?? '';
		return { slot, tag, element, style, lines: text === '' ? [] : toLines(pen, text, slot.width, style) };
	});
	const count = Math.max(1, ...cells.map(({ lines }) => lines.length));
	keepTogether(pen, Math.min(count, most) * cell.leading + 2 * padding);
	let done = 0;
	while (done < count) {
		const fit = Math.max(1, Math.floor((room(pen) - 2 * padding) / cell.leading));
		const until = Math.min(count, done + fit);
		pen.y += padding;
		for (const { slot, tag, element, style, lines } of cells) {
			const now = lines.slice(done, until);
			if (now.length === 0) continue;
			mark(pen, element, tag, () => drawCell(pen, slot, now, style));
		}
		pen.y += (until - done) * cell.leading + padding;
		markDecoration(pen, () => drawRule(pen, kind.scope === 'Column'));
		done = until;
		if (done < count) startPage(pen);
	}
}

function drawCell(pen: Pen, slot: Slot, lines: readonly string[], style: TextStyle): void {
	for (const [at, line] of lines.entries()) {
		const x = slot.align === 'start' ? slot.x : slot.x + slot.width - widthOf(pen, line, style);
		// The space is for who reads the words without seeing where the line ends.
		drawLine(pen, at + 1 < lines.length ? `${line} ` : line, x, pen.y + at * cell.leading, style);
	}
}

function drawRule({ pdf, y }: Pen, isHead: boolean): void {
	pdf
		.moveTo(page.side, y)
		.lineTo(page.width - page.side, y)
		.lineWidth(isHead ? 1 : 0.5)
		.strokeColor(isHead ? inks.ink : inks.line)
		.stroke();
}

/** Seen, but not read again by a reading program. */
function repeatHead(pen: Pen, slots: readonly Slot[], labels: readonly string[]): void {
	const lines = slots.map((slot, at) => toLines(pen, labels[at] ?? '', slot.width, head));
	pen.y += padding;
	markDecoration(pen, () => {
		for (const [at, slot] of slots.entries()) drawCell(pen, slot, lines[at] ?? [], head);
	});
	pen.y += Math.max(1, ...lines.map(({ length }) => length)) * cell.leading + padding;
	markDecoration(pen, () => drawRule(pen, true));
}

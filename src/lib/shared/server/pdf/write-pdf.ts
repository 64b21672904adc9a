/**
 * A document as a PDF that can be kept and that everyone can read: PDF/A-2a, which is ISO 19005-2 with all fonts inside and a
 * tagged structure (ISO 32000-1, 14.8), so that a reading program gets headings, lists and tables as such, in their order.
 */
import PDFDocument from 'pdfkit';
import type { DocumentBlock, PrintedDocument } from '../../document.ts';
import { unreachable } from '../../unreachable.ts';
import { note, writeHeading, writeList, writeParagraph } from './blocks.ts';
import { writeFigure } from './figure.ts';
import { fontParts } from './letters.ts';
import { columnWidth, drawLine, page, startPage, toLines, widthOf, type Element, type Pen } from './pen.ts';
import { leastHeightOfTable, writeFacts, writeTable } from './table.ts';

/** The file's bytes. The same document gives the same bytes. */
export async function writePdf(document: PrintedDocument): Promise<Uint8Array<ArrayBuffer>> {
	const pdf = new PDFDocument({
		size: 'A4',
		margins: { top: 0, bottom: 0, left: 0, right: 0 },
		pdfVersion: '1.7',
		subset: 'PDF/A-2a',
		tagged: true,
		lang: document.language,
		displayTitle: true,
		bufferPages: true,
		info: {
			Title: document.title,
			Author: document.author,
			Creator: 'Genklang',
			CreationDate: document.madeAt,
			ModDate: document.madeAt
		}
	});
	const chunks: Uint8Array[] = [];
	const ended = new Promise<void>((resolve, reject) => {
		pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
		pdf.on('end', resolve);
		pdf.on('error', reject);
	});
	// pdfkit takes an opened font too, which its types do not know.
	for (const { name, font } of fontParts()) pdf.registerFont(name, font as unknown as Uint8Array);
	const pen: Pen = { pdf, y: page.top, onNewPage: null };
	const root = pdf.struct('Document');
	pdf.addStructure(root);
	for (const [at, block] of document.blocks.entries()) {
		writeBlock(pen, root, block, companionOf(pen, document.blocks[at + 1]));
	}
	root.end();
	writeFooters(pen, document);
	pdf.end();
	await ended;
	return new Uint8Array(Buffer.concat(chunks));
}

/** How much of a block must come with the heading before it. */
function companionOf(pen: Pen, next: DocumentBlock | undefined): number {
	return next?.kind === 'table' ? leastHeightOfTable(pen, next) : 48;
}

function writeBlock(pen: Pen, root: Element, block: DocumentBlock, companion: number): void {
	switch (block.kind) {
		case 'heading':
			return writeHeading(pen, root, block, companion);
		case 'paragraph':
			return writeParagraph(pen, root, block);
		case 'list':
			return writeList(pen, root, block);
		case 'facts':
			return writeFacts(pen, root, block.facts);
		case 'table':
			return writeTable(pen, root, block);
		case 'figure':
			return writeFigure(pen, root, block);
		case 'page-break':
			return startPage(pen);
		default:
			return unreachable(block);
	}
}

/** What the document is, to the left, and which page of how many, to the right, on every page. */
function writeFooters(pen: Pen, document: PrintedDocument): void {
	const { pdf } = pen;
	const { start, count } = pdf.bufferedPageRange();
	for (let at = 0; at < count; at += 1) {
		pdf.switchToPage(start + at);
		pdf.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
		const label = document.pageOf(at + 1, count);
		const width = widthOf(pen, label, note);
		const y = page.height - page.bottom + 22;
		drawLine(pen, label, page.width - page.side - width, y, note);
		const lines = toLines(pen, document.footer, columnWidth - width - 24, note).slice(0, 2);
		for (const [line, text] of lines.entries()) drawLine(pen, text, page.side, y + line * note.leading, note);
		pdf.endMarkedContent();
	}
}

/** A document as plain text: for a system that takes nothing else, and for who has the text read aloud. */
import type { DocumentBlock, PrintedDocument } from './document.ts';
import { unreachable } from './unreachable.ts';

/** UTF-8 text, a blank line between blocks, CRLF so that Notepad and old systems break the lines. */
export function toDocumentText(document: PrintedDocument): string {
	const parts = [...document.blocks.map(toText).filter((text) => text !== ''), document.footer];
	return `${parts.join('\n\n')}\n`.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n');
}

function toText(block: DocumentBlock): string {
	switch (block.kind) {
		case 'heading':
			return underline(block.text, block.level);
		case 'paragraph':
			return block.text;
		case 'list':
			return block.items.map((item) => `- ${item}`).join('\n');
		case 'facts':
			return block.facts.map(({ term, value }) => `${term}: ${value}`).join('\n');
		case 'table': {
			const rows = block.rows.map((row) =>
				row.map((cell, at) => (at === 0 ? cell : `  ${block.columns[at]?.label ?? ''}: ${cell}`)).join('\n')
			);
			return [block.caption, ...rows].join('\n\n');
		}
		case 'figure':
			return block.alt;
		case 'page-break':
			return '';
		default:
			return unreachable(block);
	}
}

function underline(text: string, level: 1 | 2 | 3): string {
	if (level === 3) return text;
	return `${text}\n${(level === 1 ? '=' : '-').repeat([...text].length)}`;
}

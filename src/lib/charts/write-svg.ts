/** A drawing as a file of its own: with its title, what it rests on and where it comes from, in colours that print in grey. */
import { lineHeight, wrapText } from './chart-text.ts';
import type { Drawing, Mark, Paint } from './drawing.ts';

export interface ChartWords {
	/** The finding. */
	readonly title: string;
	readonly lead: string;
	/** n, bortfall, period and version. */
	readonly note: string;
	/** Who has made the figure, from what and when. */
	readonly source: string;
	/** One sentence for those who listen. */
	readonly summary: string;
}

/** As in shared/ui/tokens.css: a file cannot read it. */
export const paintColours: Readonly<Record<Paint, string>> = {
	accent: '#0b4f52',
	ink: '#211d18',
	soft: '#5a5248',
	line: '#b8ad9c',
	surface: '#ffffff',
	hatch: 'url(#hatch)',
	ribbon: '#cfc8bc',
	faint: '#ebe6dc',
	interval: '#9b968f',
	wash: 'rgba(33, 29, 24, 0.06)',
	'step-0': '#0b4f52',
	'step-1': '#3f7678',
	'step-2': '#79a09f',
	'step-3': '#a9c3c0',
	'step-4': '#d0dedb',
	'step-5': '#eef3f1'
};

const margin = 32;
const titleSize = 22;
const titleLine = 28;
const family = "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', Arial, sans-serif";

/** The file's text. Everything in it is escaped; it refers to nothing outside itself. */
export function writeSvg(drawing: Drawing, words: ChartWords): string {
	const inner = drawing.width;
	const width = inner + 2 * margin;
	const lines: string[] = [];
	let y = margin + titleSize;
	const write = (text: string, size: number, high: number, weight: number, fill: Paint): void => {
		for (const line of wrapText(text, (inner * 15) / size)) {
			lines.push(
				textElement({ x: margin, y, size, weight, fill: paintColours[fill], anchor: 'start' }, line)
			);
			y += high;
		}
	};
	write(words.title, titleSize, titleLine, 700, 'ink');
	if (words.lead !== '') write(words.lead, 15, lineHeight + 2, 400, 'soft');
	y += 6;
	const chart = `<g transform="translate(${margin} ${y})">${drawing.marks.map(writeMark).join('')}</g>`;
	y += drawing.height + 24;
	write(words.note, 13, 18, 400, 'soft');
	y += 4;
	write(words.source, 13, 18, 400, 'soft');
	const height = Math.ceil(y + margin - 12);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc" font-family="${escapeXml(family)}" font-size="15">`,
		`<title id="title">${escapeXml(words.title)}</title><desc id="desc">${escapeXml(words.summary)}</desc>`,
		hatchPattern,
		`<rect width="100%" height="100%" fill="#ffffff"/>`,
		...lines.slice(0),
		chart,
		'</svg>\n'
	].join('\n');
}

const hatchPattern =
	'<defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="#ffffff"/><rect width="3" height="7" fill="#211d18"/></pattern></defs>';

function writeMark(mark: Mark): string {
	const colour = (paint: Paint): string => paintColours[paint];
	switch (mark.kind) {
		case 'rect': {
			const { x, y, width, height, fill, edge } = mark;
			const line = edge ? ` stroke="${colour(edge)}" stroke-width="${edge === 'surface' ? 2 : 1}"` : '';
			return `<rect x="${r(x)}" y="${r(y)}" width="${r(width)}" height="${r(height)}" fill="${colour(fill)}"${line}/>`;
		}
		case 'line': {
			const { x1, y1, x2, y2, stroke, width, isDashed } = mark;
			const dash = isDashed ? ' stroke-dasharray="5 4"' : '';
			return `<line x1="${r(x1)}" y1="${r(y1)}" x2="${r(x2)}" y2="${r(y2)}" stroke="${colour(stroke)}" stroke-width="${width}"${dash}/>`;
		}
		case 'path': {
			const { d, fill, stroke, width, isDashed, down } = mark;
			const dash = isDashed ? ' stroke-dasharray="5 4"' : '';
			const line = stroke ? ` stroke="${colour(stroke)}" stroke-width="${r(width)}"${dash}` : '';
			const moved = down ? ` transform="translate(0 ${r(down)})"` : '';
			return `<path d="${escapeXml(d)}" fill="${fill ? colour(fill) : 'none'}"${line}${moved}/>`;
		}
		case 'circle':
			return `<circle cx="${r(mark.x)}" cy="${r(mark.y)}" r="${mark.r}" fill="${colour(mark.fill)}" stroke="${colour(mark.edge)}" stroke-width="2.5"/>`;
		case 'text':
			return textElement(
				{
					x: mark.x,
					y: mark.y,
					size: 15,
					weight: mark.isBold ? 700 : 400,
					fill: colour(mark.paint),
					anchor: mark.anchor,
					...(mark.hasHalo ? { hasHalo: true } : {})
				},
				mark.text
			);
	}
}

interface TextPlace {
	readonly x: number;
	readonly y: number;
	readonly size: number;
	readonly weight: number;
	readonly fill: string;
	readonly anchor: string;
	readonly hasHalo?: boolean;
}

function textElement({ x, y, size, weight, fill, anchor, hasHalo }: TextPlace, text: string): string {
	const halo = hasHalo
		? ` paint-order="stroke" stroke="${paintColours.surface}" stroke-width="5" stroke-linejoin="round"`
		: '';
	return `<text x="${r(x)}" y="${r(y)}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}"${halo}>${escapeXml(text)}</text>`;
}

/** Two decimals: no eye sees more. */
function r(value: number): string {
	return String(Math.round(value * 100) / 100);
}

const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

function escapeXml(text: string): string {
	// XML 1.0 has no place for control characters.
	return text.replace(/\p{Cc}/gu, ' ').replace(/[&<>"']/gu, (one) => entities[one] ?? '');
}

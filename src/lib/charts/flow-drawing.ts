/** Where everybody went: one whole at the start and, at the end of ribbons as wide as they are many, where each part is. */
import { linkHorizontal } from 'd3-shape';
import { lineHeight, spreadLabels, wrapText } from './chart-text.ts';
import {
	drawingWidths,
	textLines,
	type Drawing,
	type DrawingSize,
	type Mark,
	type Paint
} from './drawing.ts';

export interface FlowPart {
	readonly key: string;
	readonly name: string;
	/** Null where it is not shown: those share what is left. */
	readonly count: number | null;
	readonly valueText: string;
	readonly paint: Paint;
}

export interface FlowInput {
	readonly startText: string;
	readonly startCount: number;
	readonly parts: readonly FlowPart[];
}

const gap = 26;
const post = 14;

export function drawFlow({ startText, startCount, parts }: FlowInput, size: DrawingSize): Drawing {
	const width = drawingWidths[size];
	const isWide = size === 'wide';
	const total = isWide ? 250 : 230;
	const top = 34;
	const labelWidth = isWide ? 250 : 150;
	const left = 0;
	const right = width - labelWidth - post;
	const shown = parts.flatMap(({ count }) => count ?? []);
	const hiddenParts = parts.filter(({ count }) => count === null).length;
	const leftOver = Math.max(0, startCount - shown.reduce((sum, count) => sum + count, 0));
	const heightOf = (count: number | null): number =>
		startCount === 0 ? 0 : (total * (count ?? leftOver / Math.max(1, hiddenParts))) / startCount;
	const link = linkHorizontal<unknown, readonly [number, number]>();
	const marks: Mark[] = [];
	marks.push(...textLines(wrapText(startText, right), { x: 0, y: 16, isBold: true }, lineHeight));
	const drawn = parts.filter(({ count }) => count !== 0);
	const full = total + gap * Math.max(0, drawn.length - 1);
	let [from, to] = [top + (full - total) / 2, top];
	const ends = drawn.map((part) => {
		const high = heightOf(part.count);
		const middle = [from + high / 2, to + high / 2] as const;
		const ribbon = link({ source: [left + post, middle[0]], target: [right, middle[1]] }) ?? '';
		marks.push({
			kind: 'path',
			d: ribbon,
			fill: null,
			stroke: part.count === null ? 'faint' : 'ribbon',
			width: Math.max(1, high)
		});
		marks.push({
			kind: 'rect',
			x: right,
			y: to,
			width: post,
			height: Math.max(1.5, high),
			fill: part.count === null ? 'surface' : part.paint,
			edge: 'ink'
		});
		const placed = { part, middle: middle[1] };
		from += high;
		to += high + gap;
		return placed;
	});
	marks.push({
		kind: 'rect',
		x: left,
		y: top + (full - total) / 2,
		width: post,
		height: total,
		fill: 'ink',
		edge: 'ink'
	});
	const texts = ends.map(({ part }) => wrapText(part.name, labelWidth - 12));
	const places = spreadLabels(
		ends.map(({ middle }, index) => ({
			wanted: middle,
			height: ((texts[index]?.length ?? 1) + 1) * lineHeight + 4
		})),
		top - 20,
		top + full + 40
	);
	ends.forEach(({ part }, index) => {
		const lines = texts[index] ?? [];
		const first = (places[index] ?? 0) - (lines.length * lineHeight) / 2 + 4;
		marks.push({
			kind: 'text',
			x: right + post + 10,
			y: first,
			text: part.valueText,
			anchor: 'start',
			paint: 'ink',
			isBold: true
		});
		marks.push(...textLines(lines, { x: right + post + 10, y: first + lineHeight }, lineHeight));
	});
	return { width, height: top + full + 34, marks };
}

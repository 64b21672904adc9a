/** Horizontal bars from nought, each with its name, its number and, where there is one, its interval. Never cut at the end. */
import { scaleLinear } from 'd3-scale';
import { lineHeight, wrapText } from './chart-text.ts';
import {
	drawingWidths,
	textLines,
	type Drawing,
	type DrawingSize,
	type Mark,
	type Paint
} from './drawing.ts';

export interface Bar {
	readonly key: string;
	readonly label: string;
	/** Null where it is not shown; then the text says so in the bar's place. */
	readonly value: number | null;
	readonly interval: { readonly low: number; readonly high: number } | null;
	readonly valueText: string;
	readonly paint?: Paint;
	/** A heading over the bars that follow. */
	readonly heading?: string;
}

export interface BarsInput {
	readonly bars: readonly Bar[];
	/** What a bar that fills the width would be. */
	readonly highest: number;
	/** Told under the axis at both ends. */
	readonly lowestText: string;
	readonly highestText: string;
}

const barHeight = 18;
const numberRoom = 118;

export function drawBars({ bars, highest, lowestText, highestText }: BarsInput, size: DrawingSize): Drawing {
	const width = drawingWidths[size];
	const isWide = size === 'wide';
	const left = isWide ? 250 : 0;
	const right = isWide ? width - numberRoom : width;
	const x = scaleLinear([0, highest], [left, right]).clamp(true);
	const marks: Mark[] = [];
	let y = 4;
	for (const bar of bars) {
		if (bar.heading !== undefined) {
			const lines = wrapText(bar.heading, width);
			marks.push(...textLines(lines, { x: 0, y: y + 26, isBold: true }, lineHeight));
			y += 32 + (lines.length - 1) * lineHeight;
		}
		y = isWide ? placeBeside(marks, bar, y, x, { left, width }) : placeUnder(marks, bar, y, x, width);
	}
	const axis = y + 4;
	marks.unshift({ kind: 'line', x1: left, y1: 2, x2: left, y2: axis, stroke: 'line', width: 1 });
	marks.push(
		{ kind: 'line', x1: left, y1: axis, x2: right, y2: axis, stroke: 'line', width: 1 },
		{ kind: 'text', x: left, y: axis + 19, text: lowestText, anchor: 'start', paint: 'soft' },
		{ kind: 'text', x: right, y: axis + 19, text: highestText, anchor: 'end', paint: 'soft' }
	);
	return { width, height: axis + 28, marks };
}

type Scale = (value: number) => number;

function placeBeside(
	marks: Mark[],
	bar: Bar,
	top: number,
	x: Scale,
	{ left, width }: { readonly left: number; readonly width: number }
): number {
	const lines = wrapText(bar.label, left - 16);
	const height = Math.max(34, lines.length * lineHeight + 14);
	const middle = top + height / 2;
	const first = middle + 5 - ((lines.length - 1) * lineHeight) / 2;
	marks.push(...textLines(lines, { x: 0, y: first }, lineHeight));
	pushBar(marks, bar, middle - barHeight / 2, x);
	const at =
		bar.value === null ? { x: left + 8, anchor: 'start' as const } : { x: width, anchor: 'end' as const };
	marks.push({
		kind: 'text',
		...at,
		y: middle + 5,
		text: bar.valueText,
		paint: bar.value === null ? 'soft' : 'ink',
		isBold: bar.value !== null
	});
	return top + height;
}

function placeUnder(marks: Mark[], bar: Bar, top: number, x: Scale, width: number): number {
	const lines = wrapText(bar.label, width - numberRoom);
	const last = top + 16 + (lines.length - 1) * lineHeight;
	marks.push(...textLines(lines, { x: 0, y: top + 16 }, lineHeight));
	marks.push({
		kind: 'text',
		x: width,
		y: top + 16,
		text: bar.valueText,
		anchor: 'end',
		paint: bar.value === null ? 'soft' : 'ink',
		isBold: bar.value !== null
	});
	pushBar(marks, bar, last + 7, x);
	return last + 7 + barHeight + 10;
}

function pushBar(marks: Mark[], { value, interval, paint = 'accent' }: Bar, top: number, x: Scale): void {
	if (value === null) return;
	const middle = top + barHeight / 2;
	marks.push({
		kind: 'rect',
		x: x(0),
		y: top,
		width: Math.max(1, x(value) - x(0)),
		height: barHeight,
		fill: paint,
		edge: 'ink'
	});
	if (interval) {
		const [low, high] = [x(interval.low), x(interval.high)];
		// White under black, so that it is seen on the bar and beside it.
		marks.push(
			{ kind: 'line', x1: low, y1: middle, x2: high, y2: middle, stroke: 'surface', width: 5 },
			{ kind: 'line', x1: low, y1: middle, x2: high, y2: middle, stroke: 'ink', width: 2 },
			{ kind: 'line', x1: low, y1: middle - 4, x2: low, y2: middle + 4, stroke: 'ink', width: 2 },
			{ kind: 'line', x1: high, y1: middle - 4, x2: high, y2: middle + 4, stroke: 'ink', width: 2 }
		);
	}
}

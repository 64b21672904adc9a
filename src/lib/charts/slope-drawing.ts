/** Means before and after as lines between two uprights, each named at its end. The whole scale is there: nothing is cut. */
import { scaleLinear } from 'd3-scale';
import { lineHeight, spreadLabels, wrapText } from './chart-text.ts';
import { drawingWidths, textLines, type Drawing, type DrawingSize, type Mark } from './drawing.ts';

export interface Slope {
	readonly key: string;
	readonly label: string;
	readonly before: number;
	readonly after: number;
	readonly beforeText: string;
	readonly afterText: string;
	/** The one the page is about; the others are beside it. */
	readonly isMain: boolean;
}

export interface SlopeInput {
	readonly slopes: readonly Slope[];
	readonly lowest: number;
	readonly highest: number;
	readonly beforeText: string;
	readonly afterText: string;
	/** Said at the two ends of the scale: "40 = sämst". */
	readonly lowestText: string;
	readonly highestText: string;
}

const top = 34;

export function drawSlopes(input: SlopeInput, size: DrawingSize): Drawing {
	const { slopes, lowest, highest } = input;
	const width = drawingWidths[size];
	const isWide = size === 'wide';
	const height = Math.max(320, 90 + slopes.length * 44);
	const bottom = height - 36;
	const left = isWide ? 150 : 62;
	const right = isWide ? width - 270 : width - 142;
	const y = scaleLinear([lowest, highest], [bottom, top]);
	const labelX = right + 14;
	const texts = slopes.map(({ label, afterText }) => wrapText(`${afterText}  ${label}`, width - labelX));
	const ends = spreadLabels(
		slopes.map(({ after }, index) => ({
			wanted: y(after),
			height: (texts[index]?.length ?? 1) * lineHeight + 3
		})),
		top - 12,
		bottom + 12
	);
	const starts = spreadLabels(
		slopes.map(({ before }) => ({ wanted: y(before), height: lineHeight })),
		top - 12,
		bottom + 12
	);
	const marks: Mark[] = [
		{ kind: 'line', x1: left, y1: top, x2: left, y2: bottom, stroke: 'line', width: 1.5 },
		{ kind: 'line', x1: right, y1: top, x2: right, y2: bottom, stroke: 'line', width: 1.5 },
		{ kind: 'text', x: left, y: 15, text: input.beforeText, anchor: 'middle', paint: 'ink', isBold: true },
		{ kind: 'text', x: right, y: 15, text: input.afterText, anchor: 'middle', paint: 'ink', isBold: true },
		{
			kind: 'text',
			x: (left + right) / 2,
			y: bottom + 4,
			text: input.lowestText,
			anchor: 'middle',
			paint: 'soft'
		},
		{
			kind: 'text',
			x: (left + right) / 2,
			y: top + 4,
			text: input.highestText,
			anchor: 'middle',
			paint: 'soft'
		}
	];
	// The main line last, so that it lies over the others.
	const order = slopes
		.map((slope, index) => ({ slope, index }))
		.toSorted((a, b) => Number(a.slope.isMain) - Number(b.slope.isMain));
	for (const { slope, index } of order) {
		const paint = slope.isMain ? 'accent' : 'soft';
		const [from, to] = [y(slope.before), y(slope.after)];
		const lines = texts[index] ?? [];
		const end = (ends[index] ?? to) - ((lines.length - 1) * lineHeight) / 2 + 5;
		const start = starts[index] ?? from;
		marks.push({
			kind: 'line',
			x1: left,
			y1: from,
			x2: right,
			y2: to,
			stroke: paint,
			width: slope.isMain ? 4 : 2
		});
		marks.push({ kind: 'circle', x: left, y: from, r: slope.isMain ? 6 : 4.5, fill: 'surface', edge: paint });
		marks.push({ kind: 'circle', x: right, y: to, r: slope.isMain ? 6 : 4.5, fill: paint, edge: paint });
		if (Math.abs((ends[index] ?? to) - to) > 8) {
			marks.push({
				kind: 'line',
				x1: right + 7,
				y1: to,
				x2: labelX - 2,
				y2: ends[index] ?? to,
				stroke: 'line',
				width: 1
			});
		}
		marks.push({
			kind: 'text',
			x: left - 12,
			y: start + 5,
			text: slope.beforeText,
			anchor: 'end',
			paint: 'ink',
			isBold: slope.isMain
		});
		marks.push(...textLines(lines, { x: labelX, y: end, isBold: slope.isMain }, lineHeight));
	}
	return { width, height, marks };
}

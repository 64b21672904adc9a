/** Groups as dots with their intervals, under each other in the order given, against one line. Filled and open tell yes and no. */
import { caterpillarGeometry, type CaterpillarInput, type PlacedRow } from './caterpillar-geometry.ts';
import { lineHeight } from './chart-text.ts';
import { drawLegend, type LegendItem } from './legend.ts';
import { drawingWidths, moveDown, textLines, type Drawing, type DrawingSize, type Mark } from './drawing.ts';

const dotRadius = 7;
/** What "25 svar" takes at the end of a row. */
const countWidth = 76;
/** From a line's middle to its baseline. */
const drop = 5;

export function drawCaterpillar(
	input: CaterpillarInput & { readonly legend: readonly LegendItem[] },
	size: DrawingSize
): Drawing {
	const width = drawingWidths[size];
	const isWide = size === 'wide';
	const drawn = caterpillarGeometry(
		input,
		isWide ? { kind: 'beside', width, labelWidth: 190, valueWidth: 150 } : { kind: 'above', width }
	);
	const { plot, target } = drawn;
	const countRoom = input.rows.some(({ countText }) => countText !== '') ? countWidth : 0;
	const legend = drawLegend(input.legend, width);
	const marks: Mark[] = [
		...drawn.ticks.flatMap(({ x, text }): Mark[] => [
			{ kind: 'line', x1: x, x2: x, y1: plot.top, y2: plot.bottom, stroke: 'faint', width: 1 },
			{ kind: 'text', x, y: plot.bottom + 20, text, anchor: 'middle', paint: 'soft' }
		]),
		{
			kind: 'line',
			x1: plot.left,
			x2: plot.right,
			y1: plot.bottom,
			y2: plot.bottom,
			stroke: 'ink',
			width: 1.5
		},
		...drawn.targetLines.map(({ y1, y2 }): Mark => {
			const x = target?.x ?? 0;
			return { kind: 'line', x1: x, x2: x, y1, y2, stroke: 'accent', width: 2 };
		}),
		...(target
			? [
					{
						kind: 'text',
						x: target.labelX,
						y: plot.top - 12,
						text: target.text,
						anchor: target.anchor,
						paint: 'accent',
						isBold: true
					} as const
				]
			: []),
		...drawn.rows.flatMap((row) => drawRow(row, { width, plot, isWide, countRoom }))
	];
	return {
		width,
		height: legend.height + drawn.height,
		marks: [...legend.marks, ...moveDown(marks, legend.height)]
	};
}

function drawRow(
	{ row, y, label, heading, valueY, x, interval, remarkX, remarkAnchor }: PlacedRow,
	at: {
		readonly width: number;
		readonly plot: { readonly left: number; readonly right: number };
		readonly isWide: boolean;
		readonly countRoom: number;
	}
): Mark[] {
	const lower = at.isWide ? drop : 0;
	const { left, right } = at.plot;
	return [
		...(heading ? textLines(heading.lines, { x: 0, y: heading.y, isBold: true }, lineHeight) : []),
		...textLines(label.lines, { x: 0, y: label.y + lower, hasHalo: true }, lineHeight),
		...drawNumbers(row, at, valueY + lower),
		{ kind: 'line', x1: left, x2: right, y1: y, y2: y, stroke: 'faint', width: 1, isDashed: true },
		...(interval
			? [
					{
						kind: 'line',
						x1: interval.x1,
						x2: Math.max(interval.x2, interval.x1 + 1),
						y1: y,
						y2: y,
						stroke: 'interval',
						width: 5
					} as const
				]
			: []),
		...(x === null
			? []
			: [
					{
						kind: 'circle',
						x,
						y,
						r: dotRadius,
						fill: row.isMet ? 'ink' : 'surface',
						edge: 'ink'
					} as const
				]),
		...(row.remark === ''
			? []
			: [
					{
						kind: 'text',
						x: remarkX,
						y: y + drop,
						text: row.remark,
						anchor: remarkAnchor,
						paint: 'soft',
						hasHalo: true
					} as const
				])
	];
}

/** The value in bold at the end, and before it what it rests on. */
function drawNumbers(
	{ valueText, countText }: PlacedRow['row'],
	{ width, countRoom }: { readonly width: number; readonly countRoom: number },
	y: number
): Mark[] {
	return [
		{
			kind: 'text',
			x: width - countRoom,
			y,
			text: valueText,
			anchor: 'end',
			paint: 'ink',
			isBold: true,
			hasHalo: true
		},
		...(countText === ''
			? []
			: [
					{ kind: 'text', x: width, y, text: countText, anchor: 'end', paint: 'soft', hasHalo: true } as const
				])
	];
}

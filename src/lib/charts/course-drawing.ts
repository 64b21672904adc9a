/** One scale measured several times as a line, each mean with its interval, and under it what went on meanwhile. */
import {
	changeGeometry,
	type ChangeChartInput,
	type PlacedPhase,
	type PlacedPoint
} from './change-geometry.ts';
import { lineHeight } from './chart-text.ts';
import { drawingWidths, textLines, type Drawing, type DrawingSize, type Mark } from './drawing.ts';

export interface CourseInput extends Omit<ChangeChartInput, 'zones' | 'zoneMargin'> {
	/** Said at the two ends of the scale: "40 = sämst". */
	readonly lowestText: string;
	readonly highestText: string;
}

/** A point's `possible` is its interval. */
export function drawCourse(input: CourseInput, size: DrawingSize): Drawing {
	const width = drawingWidths[size];
	const drawn = changeGeometry(
		{ ...input, zones: [], zoneMargin: 0 },
		{ width, height: size === 'wide' ? 340 : 360, endMargin: 16 }
	);
	const { plot, ends } = drawn;
	const endTexts = [input.lowestText, input.highestText];
	return {
		width,
		height: drawn.height + 8,
		marks: [
			...ends.flatMap(({ y }, index): Mark[] => [
				{ kind: 'line', x1: plot.left, x2: plot.right, y1: y, y2: y, stroke: 'faint', width: 1 },
				{
					kind: 'text',
					x: plot.right,
					y: index === 0 ? y - 6 : y + 16,
					text: endTexts[index] ?? '',
					anchor: 'end',
					paint: 'soft'
				}
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
			...drawn.points.flatMap(drawInterval),
			{ kind: 'path', d: drawn.path, fill: null, stroke: 'accent', width: 3 },
			...drawn.points.flatMap(drawPoint),
			...drawn.phases.flatMap(drawPhase)
		]
	};
}

function drawInterval({ x, possible }: PlacedPoint): Mark[] {
	if (!possible) return [];
	const { y, height } = possible;
	return [{ kind: 'line', x1: x, x2: x, y1: y, y2: y + height, stroke: 'interval', width: 5 }];
}

function drawPoint({ x, y, valueText, valueY, label }: PlacedPoint): Mark[] {
	return [
		...(y === null ? [] : [{ kind: 'circle', x, y, r: 6, fill: 'accent', edge: 'surface' } as const]),
		...(valueText === null
			? []
			: [
					{
						kind: 'text',
						x: x + 12,
						y: valueY,
						text: valueText,
						anchor: 'start',
						paint: 'ink',
						isBold: true,
						hasHalo: true
					} as const
				]),
		...(label ? textLines(label.lines, { x, y: label.y, anchor: 'middle' }, lineHeight) : [])
	];
}

function drawPhase({ x1, x2, y, label, isOpenAtEnd }: PlacedPhase): Mark[] {
	const { lines, x, y: top, anchor } = label;
	return [
		{ kind: 'line', x1, x2, y1: y, y2: y, stroke: 'soft', width: 3, isDashed: isOpenAtEnd },
		{ kind: 'line', x1, x2: x1, y1: y - 5, y2: y + 5, stroke: 'soft', width: 3 },
		...(isOpenAtEnd
			? []
			: [{ kind: 'line', x1: x2, x2, y1: y - 5, y2: y + 5, stroke: 'soft', width: 3 } as const]),
		...textLines(lines, { x, y: top, anchor, paint: 'soft' }, lineHeight)
	];
}

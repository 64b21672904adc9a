/**
 * Groups by number of answers and mean, with the target and the limits of chance around it. A filled dot has reached the
 * target, an open one has not. No order: what lies inside the limits cannot be told from the target.
 */
import { funnelDotRadius, funnelGeometry, type FunnelInput, type PlacedName } from './funnel-geometry.ts';
import { drawLegend, type LegendItem } from './legend.ts';
import { drawingWidths, moveDown, type Drawing, type DrawingSize, type Mark, type Paint } from './drawing.ts';

export interface FunnelDrawingInput extends FunnelInput {
	readonly metText: string;
	readonly notMetText: string;
	/** What the axes measure. */
	readonly axes: { readonly n: string; readonly mean: string };
}

const sizes = { wide: { height: 400, endMargin: 110 }, narrow: { height: 340, endMargin: 8 } } as const;
/** From a line's middle to its baseline. */
const drop = 5;

export function drawFunnel(input: FunnelDrawingInput, size: DrawingSize): Drawing {
	const width = drawingWidths[size];
	const drawn = funnelGeometry(input, { width, ...sizes[size] });
	const { plot } = drawn;
	const legend = drawLegend(listLegend(input, size), width);
	const isWide = size === 'wide';
	const marks: Mark[] = [
		{ kind: 'text', x: 0, y: 12, text: input.axes.mean, anchor: 'start', paint: 'soft' },
		...moveDown(
			[
				limits(drawn.outerPath, true),
				limits(drawn.innerPath, false),
				...drawn.yTicks.flatMap(({ y, text }): Mark[] => [
					{ kind: 'line', x1: plot.left, x2: plot.right, y1: y, y2: y, stroke: 'faint', width: 1 },
					{ kind: 'text', x: plot.left - 8, y: y + drop, text, anchor: 'end', paint: 'soft' }
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
				...drawn.xTicks.map(({ x, text }): Mark => ({
					kind: 'text',
					x,
					y: plot.bottom + 20,
					text,
					anchor: 'middle',
					paint: 'soft'
				})),
				{
					kind: 'text',
					x: plot.right,
					y: plot.bottom + 40,
					text: input.axes.n,
					anchor: 'end',
					paint: 'soft'
				},
				{
					kind: 'line',
					x1: plot.left,
					x2: plot.right,
					y1: drawn.targetY,
					y2: drawn.targetY,
					stroke: 'accent',
					width: 2
				},
				...(isWide ? drawn.lineNames : []).map((name, index) =>
					nameAt(name, index === 0 ? 'accent' : 'soft', index === 0)
				),
				...drawn.points.map(({ point, x, y }): Mark => ({
					kind: 'circle',
					x,
					y,
					r: funnelDotRadius,
					fill: point.isMet ? 'ink' : 'surface',
					edge: 'ink'
				})),
				...drawn.points.flatMap(({ name }) => (name ? [nameAt(name, 'ink')] : []))
			],
			22
		)
	];
	return {
		width,
		height: legend.height + 22 + drawn.height,
		marks: [...legend.marks, ...moveDown(marks, legend.height)]
	};
}

/** On a telephone there is no room beside the lines for what they are called. */
function listLegend(
	{ metText, notMetText, targetText, innerText, outerText }: FunnelDrawingInput,
	size: DrawingSize
): readonly LegendItem[] {
	const dots: readonly LegendItem[] = [
		{ sign: 'filled', text: metText },
		{ sign: 'open', text: notMetText }
	];
	if (size === 'wide') return dots;
	return [
		...dots,
		{ sign: 'target', text: targetText },
		{ sign: 'inner', text: innerText },
		{ sign: 'outer', text: outerText }
	];
}

function limits(d: string, isDashed: boolean): Mark {
	return { kind: 'path', d, fill: 'wash', stroke: 'soft', width: 1, isDashed };
}

function nameAt({ text, x, y, anchor }: PlacedName, paint: Paint, isBold = false): Mark {
	return { kind: 'text', x, y: y + drop, text, anchor, paint, isBold, hasHalo: true };
}

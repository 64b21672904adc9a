/**
 * One group's mean year by year, each year beside the target that was decided for it. A filled dot has reached that year's
 * target, an open one has not; a year that is not shown has a sign in the dot's place.
 */
import { drawLegend } from './legend.ts';
import { drawingWidths, moveDown, type Drawing, type DrawingSize, type Mark } from './drawing.ts';
import { trendGeometry, type PlacedYear, type TrendGeometry, type TrendInput } from './trend-geometry.ts';

export interface TrendDrawingInput extends TrendInput {
	readonly legend: {
		readonly met: string;
		readonly notMet: string;
		readonly interval: string;
		readonly target: string;
	};
	/** What the rows under the plot are called. */
	readonly rowNames: { readonly mean: string; readonly target: string };
}

const heights = { wide: 340, narrow: 320 } as const;
const dotRadius = 7;

export function drawTrend(input: TrendDrawingInput, size: DrawingSize): Drawing {
	const width = drawingWidths[size];
	const drawn = trendGeometry(input, { width, height: heights[size] });
	const { met, notMet, interval, target } = input.legend;
	const hasIntervals = input.years.some((year) => year.interval !== null);
	const legend = drawLegend(
		[
			{ sign: 'filled', text: met },
			{ sign: 'open', text: notMet },
			...(hasIntervals ? [{ sign: 'interval', text: interval } as const] : []),
			{ sign: 'target', text: target }
		],
		width
	);
	const marks = [
		...drawGround(drawn, input.rowNames),
		...drawn.years.flatMap((year) => drawYear(year, drawn.rows))
	];
	return {
		width,
		height: legend.height + drawn.height,
		marks: [...legend.marks, ...moveDown(marks, legend.height)]
	};
}

function drawGround(
	{ plot, ticks, path, breaks, rows }: TrendGeometry,
	names: TrendDrawingInput['rowNames']
): Mark[] {
	return [
		...ticks.flatMap(({ y, text }): Mark[] => [
			{ kind: 'line', x1: plot.left, x2: plot.right, y1: y, y2: y, stroke: 'faint', width: 1 },
			{ kind: 'text', x: plot.left - 8, y: y + 5, text, anchor: 'end', paint: 'soft' }
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
		{ kind: 'path', d: path, fill: null, stroke: 'soft', width: 1.5 },
		...breaks.map((x): Mark => ({
			kind: 'line',
			x1: x,
			x2: x,
			y1: plot.top,
			y2: rows.target + 4,
			stroke: 'line',
			width: 1,
			isDashed: true
		})),
		{ kind: 'text', x: 0, y: rows.value, text: names.mean, anchor: 'start', paint: 'soft' },
		{ kind: 'text', x: 0, y: rows.target, text: names.target, anchor: 'start', paint: 'soft' }
	];
}

function drawYear({ year, x, y, interval, target }: PlacedYear, rows: TrendGeometry['rows']): Mark[] {
	const word = { kind: 'text', x, anchor: 'middle' } as const;
	const isShown = year.mean !== null;
	return [
		{
			kind: 'line',
			x1: target.x1,
			x2: target.x2,
			y1: target.y,
			y2: target.y,
			stroke: 'accent',
			width: 2.5
		},
		...(interval
			? [
					{
						kind: 'line',
						x1: x,
						x2: x,
						y1: interval.y1,
						y2: interval.y2,
						stroke: 'interval',
						width: 5
					} as const
				]
			: []),
		...(y === null
			? []
			: [
					{
						kind: 'circle',
						x,
						y,
						r: dotRadius,
						fill: year.isMet ? 'ink' : 'surface',
						edge: 'ink'
					} as const
				]),
		{ ...word, y: rows.year, text: String(year.year), paint: 'ink' },
		{ ...word, y: rows.value, text: year.valueText, paint: isShown ? 'ink' : 'soft', isBold: isShown },
		{ ...word, y: rows.target, text: year.targetText, paint: 'accent', isBold: true }
	];
}

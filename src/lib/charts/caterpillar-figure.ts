/** The list of groups with mean, interval and target as a drawing for documents: the same places as on the screen. */
import type { DocumentFigure, FigureShape } from '#lib/shared/document.ts';
import { caterpillarGeometry, type CaterpillarInput, type PlacedRow } from './caterpillar-geometry.ts';
import { lineHeight } from './chart-text.ts';

const size = 14;
const baseline = size * 0.35;
const dotRadius = 7;
const intervalHeight = 5;

/** Drawn as wide as a page; `alt` says in words what it shows. */
export function caterpillarFigure(input: CaterpillarInput, alt: string): DocumentFigure {
	const drawn = caterpillarGeometry(input, { kind: 'beside', width: 720, labelWidth: 180, valueWidth: 150 });
	const { plot, target } = drawn;
	const text = (at: Omit<Extract<FigureShape, { kind: 'text' }>, 'kind' | 'size'>): FigureShape => ({
		kind: 'text',
		size,
		...at
	});
	return {
		kind: 'figure',
		alt,
		width: drawn.width,
		height: drawn.height,
		shapes: [
			...drawn.ticks.flatMap((tick): FigureShape[] => [
				{ kind: 'line', x1: tick.x, x2: tick.x, y1: plot.top, y2: plot.bottom, tone: 'line' },
				text({ x: tick.x, y: plot.bottom + 20, text: tick.text, anchor: 'middle', tone: 'soft' })
			]),
			{ kind: 'line', x1: plot.left, x2: plot.right, y1: plot.bottom, y2: plot.bottom, tone: 'ink' },
			...drawn.targetLines.map(({ y1, y2 }): FigureShape => ({
				kind: 'line',
				x1: target?.x ?? 0,
				x2: target?.x ?? 0,
				y1,
				y2,
				tone: 'accent'
			})),
			...(target
				? [
						text({
							x: target.labelX,
							y: plot.top - 12,
							text: target.text,
							anchor: target.anchor,
							tone: 'accent'
						})
					]
				: []),
			...drawn.rows.flatMap((row) => drawRow(row, drawn.width, text))
		]
	};
}

function drawRow(
	{ row, y, label, valueY, x, interval, remarkX, remarkAnchor }: PlacedRow,
	width: number,
	text: (at: Omit<Extract<FigureShape, { kind: 'text' }>, 'kind' | 'size'>) => FigureShape
): FigureShape[] {
	const values = [row.valueText, row.countText].filter((words) => words !== '').join('  ');
	return [
		...label.lines.map((words, index) =>
			text({ x: 0, y: label.y + index * lineHeight + baseline, text: words, anchor: 'start', tone: 'ink' })
		),
		text({ x: width, y: valueY + baseline, text: values, anchor: 'end', tone: 'ink' }),
		...(interval
			? [
					{
						kind: 'rect' as const,
						x: interval.x1,
						y: y - intervalHeight / 2,
						width: Math.max(1, interval.x2 - interval.x1),
						height: intervalHeight,
						tone: 'line' as const
					}
				]
			: []),
		...(x === null ? [] : [{ kind: 'dot' as const, x, y, radius: dotRadius, tone: 'ink' as const }]),
		...(x === null || row.isMet
			? []
			: [{ kind: 'dot' as const, x, y, radius: dotRadius - 2.5, tone: 'sunken' as const }]),
		...(row.remark
			? [text({ x: remarkX, y: y + baseline, text: row.remark, anchor: remarkAnchor, tone: 'soft' as const })]
			: [])
	];
}

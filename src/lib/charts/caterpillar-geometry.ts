/** Where things lie in a list of groups with mean, interval and a common target line. In the order given, never ranked. */
import { ticks } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { characterWidth, lineHeight, wrapText } from './chart-text.ts';

export interface CaterpillarRow {
	readonly key: string;
	readonly label: string;
	/** Over the row, where it is the first of several that belong together. */
	readonly heading?: string;
	/** Null when the group must not be shown: then nothing is drawn but the remark. */
	readonly mean: number | null;
	readonly isMet: boolean;
	readonly interval: { readonly low: number; readonly high: number } | null;
	/** At the end of the row, e.g. `2,60`. */
	readonly valueText: string;
	/** Under the value or beside the name, e.g. `25 svar`. */
	readonly countText: string;
	/** Why there is no mean or no interval; empty when there is one. */
	readonly remark: string;
}

export interface CaterpillarInput {
	readonly rows: readonly CaterpillarRow[];
	readonly lowest: number;
	readonly highest: number;
	/** The line that all are held against; null where there is none. */
	readonly target: { readonly at: number; readonly text: string } | null;
	readonly tickText?: (value: number) => string;
}

export interface PlacedLabel {
	readonly lines: readonly string[];
	readonly y: number;
}

export interface PlacedRow {
	readonly row: CaterpillarRow;
	readonly y: number;
	/** The name on as many lines as it takes. */
	readonly label: PlacedLabel;
	readonly heading: PlacedLabel | null;
	/** Where the values stand, on the line of the name's first. */
	readonly valueY: number;
	/** Null when nothing may be drawn. */
	readonly x: number | null;
	readonly interval: { readonly x1: number; readonly x2: number } | null;
	readonly remarkX: number;
	readonly remarkAnchor: 'start' | 'end';
}

export interface CaterpillarGeometry {
	readonly width: number;
	readonly height: number;
	readonly plot: {
		readonly left: number;
		readonly right: number;
		readonly top: number;
		readonly bottom: number;
	};
	readonly ticks: readonly { readonly x: number; readonly text: string }[];
	readonly target: {
		readonly x: number;
		readonly labelX: number;
		readonly anchor: 'start' | 'middle' | 'end';
		readonly text: string;
	} | null;
	/** One line through the plot; where names stand between the rows, a piece at each row so that it crosses no text. */
	readonly targetLines: readonly { readonly y1: number; readonly y2: number }[];
	readonly rows: readonly PlacedRow[];
}

/** `beside`: names to the left and values to the right of the plot. `above`: both on a line over each row. */
export type CaterpillarLayout =
	| {
			readonly kind: 'beside';
			readonly width: number;
			readonly labelWidth: number;
			readonly valueWidth: number;
	  }
	| { readonly kind: 'above'; readonly width: number };

const headHeight = 30;
const headingHeight = 36;
const axisHeight = 28;
const dotRadius = 8;
/** Between the texts of two ticks. */
const tickGap = 10;
/** What value and count take of a line that they share with the name. */
const valueRoom = 120;

/** Lays out the list for one size. The whole scale is shown, and an interval is cut at its ends: no mean lies beyond. */
export function caterpillarGeometry(input: CaterpillarInput, layout: CaterpillarLayout): CaterpillarGeometry {
	const isBeside = layout.kind === 'beside';
	const rows = stackRows(input.rows, layout);
	const plot = {
		left: isBeside ? layout.labelWidth : dotRadius,
		right: layout.width - (isBeside ? layout.valueWidth : dotRadius),
		top: headHeight,
		bottom: rows.at(-1)?.end ?? headHeight
	};
	const x = scaleLinear([input.lowest, input.highest], [plot.left, plot.right]).clamp(true);
	const { target, tickText = String } = input;
	return {
		width: layout.width,
		height: plot.bottom + axisHeight,
		plot,
		ticks: chooseTicks(input, plot.right - plot.left).map((value) => ({
			x: x(value),
			text: tickText(value)
		})),
		target: target && placeTarget(target, x(target.at), layout.width),
		targetLines: !target
			? []
			: isBeside
				? [{ y1: plot.top - 6, y2: plot.bottom }]
				: [{ y1: plot.top - 6, y2: plot.top + 2 }, ...rows.map(({ y }) => ({ y1: y - 12, y2: y + 12 }))],
		rows: rows.map(({ end: _end, ...placed }) => {
			const { row } = placed;
			const at = row.mean === null ? null : x(row.mean);
			return { ...placed, x: at, interval: placeInterval(row, x), ...placeRemark(at, plot) };
		})
	};
}

/** A tick at each whole point, or about four where the scale is shorter; as many as have room for their texts. */
function chooseTicks(
	{ lowest, highest, tickText = String }: Pick<CaterpillarInput, 'lowest' | 'highest' | 'tickText'>,
	room: number
): readonly number[] {
	const points = Math.round(highest - lowest);
	const wanted = points < 3 ? 4 : Math.min(10, points);
	const tries = Array.from({ length: wanted }, (_, less) => ticks(lowest, highest, wanted - less));
	const widest = (values: readonly number[]): number =>
		Math.max(0, ...values.map((value) => tickText(value).length * characterWidth));
	return (
		tries.find((values) => values.length * (widest(values) + tickGap) <= room + tickGap) ?? [lowest, highest]
	);
}

type StackedRow = Pick<PlacedRow, 'row' | 'y' | 'label' | 'heading' | 'valueY'> & { readonly end: number };

/** The rows under each other, each as high as its name needs. */
function stackRows(rows: readonly CaterpillarRow[], layout: CaterpillarLayout): readonly StackedRow[] {
	const room = layout.kind === 'beside' ? layout.labelWidth - 12 : layout.width - valueRoom;
	return rows.reduce<StackedRow[]>((placed, row) => {
		const over = placed.at(-1)?.end ?? headHeight;
		const heading = row.heading === undefined ? null : { lines: [row.heading], y: over + headingHeight - 12 };
		const top = heading ? over + headingHeight : over;
		const lines = wrapText(row.label, room);
		const textHeight = lines.length * lineHeight;
		if (layout.kind === 'beside') {
			const height = Math.max(44, textHeight + 14);
			const y = top + height / 2;
			const first = y - (textHeight - lineHeight) / 2;
			return [...placed, { row, y, heading, label: { lines, y: first }, valueY: y, end: top + height }];
		}
		const first = top + lineHeight + 2;
		const y = first + textHeight;
		return [...placed, { row, y, heading, label: { lines, y: first }, valueY: first, end: y + 18 }];
	}, []);
}

function placeInterval(
	{ interval }: CaterpillarRow,
	x: (value: number) => number
): { x1: number; x2: number } | null {
	return interval === null ? null : { x1: x(interval.low), x2: x(interval.high) };
}

/** The target's name over its line, moved inwards where it would reach outside. */
function placeTarget(
	{ text }: { readonly text: string },
	x: number,
	width: number
): CaterpillarGeometry['target'] {
	const half = (text.length * characterWidth) / 2;
	if (x - half < 0) return { x, text, labelX: 0, anchor: 'start' };
	if (x + half > width) return { x, text, labelX: width, anchor: 'end' };
	return { x, text, labelX: x, anchor: 'middle' };
}

/** A remark stands where there is most room: before the dot when it lies in the further half of the scale. */
function placeRemark(
	x: number | null,
	plot: { left: number; right: number }
): { remarkX: number; remarkAnchor: 'start' | 'end' } {
	if (x === null) return { remarkX: plot.left + 4, remarkAnchor: 'start' };
	return x > (plot.left + plot.right) / 2
		? { remarkX: x - 16, remarkAnchor: 'end' }
		: { remarkX: x + 16, remarkAnchor: 'start' };
}

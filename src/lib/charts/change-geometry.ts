/** Where things lie in the chart of one scale measured several times: zones behind, a line and its points in front. */
import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { characterWidth, lineHeight, spreadLabels, wrapText } from './chart-text.ts';

export interface ChangePoint {
	readonly key: string;
	/** When, in days on any calendar: only the distances count. */
	readonly day: number;
	/** Short words under the axis. */
	readonly label: string;
	/** The date in parts, on one line where there is room. */
	readonly date: readonly string[];
	/** Null when there is no score. */
	readonly value: number | null;
	readonly valueText: string;
	/** What the score could have been when it is missing. */
	readonly possible: { readonly lowest: number; readonly highest: number } | null;
}

/** A named part of the scale, in points and with both ends in it. */
export interface ChangeZone {
	readonly from: number;
	readonly to: number;
	readonly label: string;
	/** 0 = nearest the good end of the scale. */
	readonly tone: number;
}

/** Something that goes on from one day to another, in the points' calendar. */
export interface ChangePhase {
	readonly key: string;
	readonly label: string;
	readonly fromDay: number;
	/** Null when it still goes on. */
	readonly toDay: number | null;
}

export interface ChangeChartInput {
	readonly points: readonly ChangePoint[];
	readonly zones: readonly ChangeZone[];
	/** What went on meanwhile, each a bar under the points; left out when there is nothing to show. */
	readonly phases?: readonly ChangePhase[];
	/** The ends of the scale. */
	readonly lowest: number;
	readonly highest: number;
	/** How far beyond its first and last point a zone is drawn: half a point on a scale of whole points. */
	readonly zoneMargin: number;
}

export interface ChartSize {
	readonly width: number;
	readonly height: number;
	/** Room for the zones' names at the end of the line. */
	readonly endMargin: number;
}

export interface PlacedLabel {
	readonly x: number;
	readonly y: number;
	readonly lines: readonly string[];
}

export interface PlacedZone {
	readonly key: string;
	readonly y: number;
	readonly height: number;
	readonly tone: number;
	readonly label: PlacedLabel;
	/** From the middle of the zone to a label that had to move; null when it did not. */
	readonly leader: string | null;
}

export interface PlacedPoint {
	readonly key: string;
	readonly x: number;
	/** Null when there is no score. */
	readonly y: number | null;
	/** Null where it would cover its neighbour's; the table has it. */
	readonly valueText: string | null;
	readonly valueY: number;
	readonly possible: { readonly y: number; readonly height: number } | null;
	/** Null where it would cover its neighbour's; the table has it. */
	readonly label: PlacedLabel | null;
}

/** A phase as far as it is within the chart: its bar, and its words above it. */
export interface PlacedPhase {
	readonly key: string;
	readonly x1: number;
	readonly x2: number;
	/** Of the bar. */
	readonly y: number;
	/** Whether it began before the chart does, or goes on after it ends. */
	readonly isOpenAtStart: boolean;
	readonly isOpenAtEnd: boolean;
	readonly label: PlacedLabel & { readonly anchor: 'start' | 'end' };
}

export interface ChangeGeometry {
	/** With room for the phases: as high as the size says, and more for each of them. */
	readonly height: number;
	readonly plot: {
		readonly left: number;
		readonly right: number;
		readonly top: number;
		readonly bottom: number;
	};
	readonly ends: readonly { readonly text: string; readonly y: number }[];
	readonly zones: readonly PlacedZone[];
	readonly path: string;
	readonly points: readonly PlacedPoint[];
	readonly phases: readonly PlacedPhase[];
}

const axisWidth = 30;
const topMargin = 12;
const valueDistance = 18;
/** The values are larger than the rest of the text. */
const valueCharacterWidth = 12;
const valueHeight = 24;
/** From this width a whole date fits on one line under its point. */
const wideFrom = 500;

/** Lays out the chart for one size. The whole scale is always shown: a cut axis makes a change look larger than it is. */
export function changeGeometry(input: ChangeChartInput, size: ChartSize): ChangeGeometry {
	const labels = input.points.map(({ label, date }) =>
		size.width < wideFrom ? [label, ...date] : [label, date.join(' ')]
	);
	const labelLines = Math.max(1, ...labels.map((lines) => lines.length));
	const plot = {
		left: axisWidth,
		right: size.width - size.endMargin,
		top: topMargin,
		bottom: size.height - 10 - labelLines * lineHeight
	};
	const y = scaleLinear([input.lowest, input.highest], [plot.bottom, plot.top]);
	const x = placeDays(input.points, plot);
	const xs = placeInTime(input.points, x, plot);
	const drawn = line<ChangePoint>()
		.defined(({ value }) => value !== null)
		.x((_point, index) => xs[index] ?? 0)
		.y(({ value }) => y(value ?? 0));
	const phases = placePhases(input, x, plot, size.height);
	return {
		height:
			size.height +
			phases.reduce((sum, { label }) => sum + phaseHeight(label.lines), phases.length > 0 ? phaseGap : 0),
		plot,
		ends: [input.lowest, input.highest].map((value) => ({ text: String(value), y: y(value) })),
		zones: placeZones(input, y, plot, size.width),
		path: drawn(input.points) ?? '',
		points: placePoints(input.points, labels, xs, y, plot),
		phases
	};
}

type Scale = (value: number) => number;
type Plot = ChangeGeometry['plot'];

function placeDays(points: readonly ChangePoint[], plot: Plot): Scale {
	const [first = 0, last = 0] = extent(points, ({ day }) => day);
	if (first === last) return () => (plot.left + plot.right) / 2;
	return scaleLinear([first, last], insetOf(plot));
}

/** Where the first and the last point stand. */
function insetOf({ left, right }: Plot): readonly [number, number] {
	const inset = Math.min(64, (right - left) * 0.18);
	return [left + inset, right - inset];
}

/** From the middle of one dot to the next where both are to be seen. */
const dotDistance = 14;

/**
 * Where each point stands: at its day, and beside the one before where it would cover it. When all are of the same day there
 * is no time to show, and they stand in their order.
 */
function placeInTime(points: readonly ChangePoint[], x: Scale, plot: Plot): readonly number[] {
	const days = new Set(points.map(({ day }) => day));
	if (days.size === 1 && points.length > 1) {
		const inOrder = scaleLinear([0, points.length - 1], insetOf(plot));
		return points.map((_point, index) => inOrder(index));
	}
	// Where there are so many that they fill the chart, time is shown as it is.
	const distance = Math.min(dotDistance, (plot.right - plot.left) / (2 * points.length));
	const wanted = points.map(({ day }) => ({ wanted: x(day), height: distance }));
	return spreadLabels(wanted, plot.left, plot.right);
}

function placeZones(input: ChangeChartInput, y: Scale, plot: Plot, width: number): readonly PlacedZone[] {
	const labelX = plot.right + 14;
	const spans = input.zones.map((zone) => {
		const top = y(Math.min(zone.to + input.zoneMargin, input.highest));
		const bottom = y(Math.max(zone.from - input.zoneMargin, input.lowest));
		const lines = wrapText(zone.label, width - labelX);
		const height = lines.length * lineHeight + 4;
		// A zone that goes on to the end of the scale is named at the line where it begins.
		const isOpen = zone.to >= input.highest && bottom - top > height;
		return { zone, top, bottom, lines, height, wanted: isOpen ? bottom - height / 2 : (top + bottom) / 2 };
	});
	const middles = spreadLabels(spans, 0, plot.bottom + lineHeight);
	return spans.map(({ zone, top, bottom, lines, wanted }, index) => {
		const at = middles[index] ?? wanted;
		return {
			key: `${zone.from}–${zone.to} ${zone.label}`,
			y: top,
			height: bottom - top,
			tone: zone.tone,
			label: { x: labelX, y: at - ((lines.length - 1) * lineHeight) / 2, lines },
			leader: Math.abs(at - wanted) < 5 ? null : `M${plot.right} ${wanted}L${labelX - 4} ${at}`
		};
	});
}

function placePoints(
	points: readonly ChangePoint[],
	labels: readonly (readonly string[])[],
	xs: readonly number[],
	y: Scale,
	plot: Plot
): readonly PlacedPoint[] {
	const withLabel = chooseLabels(labels, xs);
	const placed = points.map((point, index) => {
		const x = xs[index] ?? 0;
		const at = point.value === null ? null : y(point.value);
		const high = point.possible && y(point.possible.highest);
		const low = point.possible && y(point.possible.lowest);
		return {
			key: point.key,
			x,
			y: at,
			valueText: point.valueText,
			valueY: at === null ? (high ?? plot.top) - 10 : placeValue(points, index, at, y, plot),
			possible: high === null || low === null ? null : { y: high, height: low - high },
			label: withLabel.has(index) ? { x, y: plot.bottom + 6 + lineHeight, lines: labels[index] ?? [] } : null
		};
	});
	const withValue = chooseValues(placed);
	return placed.map((point, index) => ({
		...point,
		valueText: withValue.has(index) ? point.valueText : null
	}));
}

/** First and last always, then those between that cover none of the chosen. */
function chooseValues(
	points: readonly { x: number; valueY: number; valueText: string }[]
): ReadonlySet<number> {
	const chosen = new Set<number>();
	const order = [0, points.length - 1, ...points.keys()];
	for (const index of order) {
		const point = points[index];
		const covers = [...chosen].some((other) => {
			const placed = points[other];
			if (!point || !placed) return false;
			const room = ((point.valueText.length + placed.valueText.length) * valueCharacterWidth) / 2;
			return Math.abs(point.x - placed.x) < room && Math.abs(point.valueY - placed.valueY) < valueHeight;
		});
		if (!covers) chosen.add(index);
	}
	return chosen;
}

/** Between the points' words and the first phase. */
const phaseGap = 10;
const phaseHeight = (lines: readonly string[]): number => lines.length * lineHeight + 16;

/** Under the points, one below the other in order of time. What lies wholly outside the chart is left out. */
function placePhases(
	{ points, phases = [] }: ChangeChartInput,
	x: Scale,
	plot: Plot,
	top: number
): readonly PlacedPhase[] {
	const [first = 0, last = 0] = extent(points, ({ day }) => day);
	// With all on one day there is no time for a bar to be long in.
	if (first === last) return [];
	let y = top + phaseGap;
	return [...phases]
		.sort((one, other) => one.fromDay - other.fromDay)
		.flatMap(({ key, label, fromDay, toDay }) => {
			const [from, to] = [x(fromDay), toDay === null ? Infinity : x(toDay)];
			if (from >= plot.right || to <= plot.left) return [];
			const x1 = Math.max(from, plot.left);
			const x2 = Math.min(to, plot.right);
			const lines = wrapText(label, plot.right - plot.left);
			const width = Math.max(...lines.map(({ length }) => length)) * characterWidth;
			// The words begin where the bar does, unless they would then run out of the chart.
			const anchor = x1 + width <= plot.right ? ('start' as const) : ('end' as const);
			const placed = {
				key,
				x1,
				x2,
				y: y + lines.length * lineHeight + 6,
				isOpenAtStart: from < plot.left,
				isOpenAtEnd: to > plot.right,
				label: { x: anchor === 'start' ? x1 : plot.right, y: y + lineHeight - 4, lines, anchor }
			};
			y += phaseHeight(lines);
			return [placed];
		});
}

/** The value stands above a point that is higher than its neighbours and below one that is lower, clear of the line. */
function placeValue(points: readonly ChangePoint[], index: number, at: number, y: Scale, plot: Plot): number {
	const neighbours = [points[index - 1], points[index + 1]].flatMap((point) => point?.value ?? []);
	const others = neighbours.reduce((sum, value) => sum + y(value), 0) / neighbours.length;
	const above = at - valueDistance + 4;
	const below = at + valueDistance + 8;
	const wantsBelow = neighbours.length > 0 && others < at;
	if (wantsBelow && below < plot.bottom) return below;
	return above - 10 > 0 ? above : below;
}

/** First and last always; those between only where they fit. */
function chooseLabels(labels: readonly (readonly string[])[], xs: readonly number[]): ReadonlySet<number> {
	const widths = labels.map((lines) => Math.max(0, ...lines.map((text) => text.length)) * characterWidth + 8);
	const chosen = new Set<number>();
	const last = xs.length - 1;
	const lastStart = (xs[last] ?? 0) - (widths[last] ?? 0) / 2;
	let edge = -Infinity;
	xs.forEach((x, index) => {
		const half = (widths[index] ?? 0) / 2;
		const fits = x - half >= edge && (index === 0 || x + half <= lastStart);
		if (index !== last && !fits) return;
		chosen.add(index);
		edge = x + half;
	});
	return chosen;
}

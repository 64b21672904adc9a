/**
 * Where things lie in a line of years, each with its own target. A year keeps the target that was decided for it: the target
 * is a piece of line at each year and never one line through all.
 */
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

export interface TrendYear {
	readonly year: number;
	/** Null when the year must not be shown: then nothing is drawn but the sign. */
	readonly mean: number | null;
	readonly isMet: boolean;
	readonly interval: { readonly low: number; readonly high: number } | null;
	readonly target: number;
	readonly targetText: string;
	/** Under the year, e.g. `2,60`; or the sign for what is hidden. */
	readonly valueText: string;
}

export interface TrendInput {
	/** In order. */
	readonly years: readonly TrendYear[];
	readonly lowest: number;
	readonly highest: number;
}

export interface TrendSize {
	readonly width: number;
	readonly height: number;
}

export interface PlacedYear {
	readonly year: TrendYear;
	readonly x: number;
	/** Null when nothing may be drawn. */
	readonly y: number | null;
	readonly interval: { readonly y1: number; readonly y2: number } | null;
	readonly target: { readonly x1: number; readonly x2: number; readonly y: number };
}

export interface TrendGeometry {
	readonly width: number;
	readonly height: number;
	readonly plot: {
		readonly left: number;
		readonly right: number;
		readonly top: number;
		readonly bottom: number;
	};
	readonly ticks: readonly { readonly y: number; readonly text: string }[];
	/** Where the words under the plot stand: year, value and target, in rows. */
	readonly rows: { readonly year: number; readonly value: number; readonly target: number };
	/** Where years have been left out between two that are drawn. */
	readonly breaks: readonly number[];
	/** Between years that follow each other and are both shown. */
	readonly path: string;
	readonly years: readonly PlacedYear[];
}

const margin = { left: 64, right: 8, top: 14 };
const rowHeight = 22;
const rowsHeight = 3 * rowHeight + 6;
const widestTarget = 56;
/** What a year needs for its numbers. */
const narrowestSlot = 40;

/**
 * Lays out the years for one size, each in a place of its own; the latest, where there is not room for all. The whole scale
 * is shown, and an interval is cut at its ends.
 */
export function trendGeometry({ years: all, lowest, highest }: TrendInput, size: TrendSize): TrendGeometry {
	const plot = {
		left: margin.left,
		right: size.width - margin.right,
		top: margin.top,
		bottom: size.height - rowsHeight
	};
	const most = Math.max(1, Math.floor((plot.right - plot.left) / narrowestSlot));
	const years = all.slice(-most);
	const slot = (plot.right - plot.left) / years.length;
	const x = (index: number): number => plot.left + (index + 0.5) * slot;
	const y = scaleLinear([lowest, highest], [plot.bottom, plot.top]).clamp(true);
	const half = Math.min(widestTarget, slot * 0.6) / 2;
	const isAfterGap = (index: number): boolean =>
		index > 0 && (years[index]?.year ?? 0) - (years[index - 1]?.year ?? 0) > 1;
	return {
		width: size.width,
		height: size.height,
		plot,
		ticks: y.ticks(Math.min(10, Math.max(1, Math.round(highest - lowest)))).map((value) => ({
			y: y(value),
			text: String(value)
		})),
		rows: {
			year: plot.bottom + rowHeight,
			value: plot.bottom + 2 * rowHeight,
			target: plot.bottom + 3 * rowHeight
		},
		breaks: years.flatMap((_, index) => (isAfterGap(index) ? [plot.left + index * slot] : [])),
		path: pathThrough(years, x, y, isAfterGap),
		years: years.map((year, index) => ({
			year,
			x: x(index),
			y: year.mean === null ? null : y(year.mean),
			interval: year.interval && { y1: y(year.interval.low), y2: y(year.interval.high) },
			target: { x1: x(index) - half, x2: x(index) + half, y: y(year.target) }
		}))
	};
}

function pathThrough(
	years: readonly TrendYear[],
	x: (index: number) => number,
	y: (value: number) => number,
	isAfterGap: (index: number) => boolean
): string {
	// A year left out, or hidden, breaks the line.
	const whole = years.flatMap(({ mean }, index) => [
		...(isAfterGap(index) ? [null] : []),
		mean === null ? null : { index, mean }
	]);
	return (
		line<{ index: number; mean: number } | null>()
			.defined((one) => one !== null)
			.x((one) => x(one?.index ?? 0))
			.y((one) => y(one?.mean ?? 0))
			.digits(1)(whole) ?? ''
	);
}

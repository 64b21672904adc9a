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
	/** Over the dot, e.g. `2,60`; or the sign for what is hidden. */
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
	readonly target: { readonly x1: number; readonly x2: number; readonly y: number; readonly textY: number };
	readonly valueX: number;
	readonly valueY: number;
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
	/** Between years that follow each other and are both shown. */
	readonly path: string;
	readonly years: readonly PlacedYear[];
}

const margin = { left: 28, right: 12, top: 22, bottom: 30 };
const widestTarget = 88;
const textGap = 9;

/** Lays out the years for one size. The whole scale is shown, and an interval is cut at its ends. */
export function trendGeometry({ years, lowest, highest }: TrendInput, size: TrendSize): TrendGeometry {
	const plot = {
		left: margin.left,
		right: size.width - margin.right,
		top: margin.top,
		bottom: size.height - margin.bottom
	};
	const first = years[0]?.year ?? 0;
	const last = years.at(-1)?.year ?? first;
	const slots = last - first + 1;
	const slot = (plot.right - plot.left) / slots;
	const x = (year: number): number => plot.left + (year - first + 0.5) * slot;
	const y = scaleLinear([lowest, highest], [plot.bottom, plot.top]).clamp(true);
	const half = Math.min(widestTarget, slot * 0.7) / 2;
	return {
		width: size.width,
		height: size.height,
		plot,
		ticks: y.ticks(Math.min(10, Math.max(1, Math.round(highest - lowest)))).map((value) => ({
			y: y(value),
			text: String(value)
		})),
		path: pathThrough(years, x, y),
		years: years.map((year) => placeYear(year, { x: x(year.year), y, half, bottom: plot.bottom }))
	};
}

function placeYear(
	year: TrendYear,
	{ x, y, half, bottom }: { x: number; y: (value: number) => number; half: number; bottom: number }
): PlacedYear {
	const at = year.mean === null ? null : y(year.mean);
	const targetY = y(year.target);
	return {
		year,
		x,
		y: at,
		interval: year.interval && { y1: y(year.interval.low), y2: y(year.interval.high) },
		target: {
			x1: x - half,
			x2: x + half,
			y: targetY,
			// On the side of the line that the dot is not on.
			textY: at !== null && at < targetY ? targetY + textGap + 4 : targetY - textGap
		},
		valueX: at === null ? x : x + 11,
		valueY: at ?? bottom - textGap
	};
}

function pathThrough(
	years: readonly TrendYear[],
	x: (year: number) => number,
	y: (value: number) => number
): string {
	// A year left out, or hidden, breaks the line.
	const whole = years.flatMap((one, index) => {
		const before = years[index - 1];
		const gap = before && one.year - before.year > 1 ? [null] : [];
		return [...gap, one.mean === null ? null : { year: one.year, mean: one.mean }];
	});
	return (
		line<{ year: number; mean: number } | null>()
			.defined((one) => one !== null)
			.x((one) => x(one?.year ?? 0))
			.y((one) => y(one?.mean ?? 0))
			.digits(1)(whole) ?? ''
	);
}

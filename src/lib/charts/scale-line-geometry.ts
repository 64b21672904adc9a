/** Where a score lies on its whole scale: a line from end to end, the limits on it, now and last time. */
import { scaleLinear } from 'd3-scale';

export interface ScaleLineInput {
	readonly lowest: number;
	readonly highest: number;
	/** Null when there is no score. */
	readonly now: number | null;
	/** What the score could have been when it is missing. */
	readonly possible: { readonly lowest: number; readonly highest: number } | null;
	readonly before: number | null;
	/** Where a named part of the scale begins, in points. */
	readonly limits: readonly number[];
}

export interface ScaleLine {
	readonly width: number;
	readonly height: number;
	readonly left: number;
	readonly right: number;
	/** Of the line. */
	readonly y: number;
	readonly now: number | null;
	readonly before: number | null;
	readonly possible: { readonly x1: number; readonly x2: number } | null;
	readonly limits: readonly number[];
	/** Above the line and below it; where the words stand so that they do not run out at the ends. */
	readonly nowLabel: ScaleLineLabel | null;
	readonly beforeLabel: ScaleLineLabel | null;
}

export interface ScaleLineLabel {
	readonly x: number;
	readonly y: number;
	readonly anchor: 'start' | 'middle' | 'end';
}

const size = { width: 420, height: 128, side: 24, y: 62 } as const;
/** So near an end the words are set from there. */
const nearEnd = 90;

export function scaleLineGeometry({
	lowest,
	highest,
	now,
	possible,
	before,
	limits
}: ScaleLineInput): ScaleLine {
	const [left, right] = [size.side, size.width - size.side];
	const x = scaleLinear([lowest, highest], [left, right]);
	const label = (at: number, y: number): ScaleLineLabel => {
		if (at - left < nearEnd) return { x: Math.max(left, at - 8), y, anchor: 'start' };
		if (right - at < nearEnd) return { x: Math.min(right, at + 8), y, anchor: 'end' };
		return { x: at, y, anchor: 'middle' };
	};
	const nowX = now === null ? null : x(now);
	const beforeX = before === null ? null : x(before);
	return {
		width: size.width,
		height: size.height,
		left,
		right,
		y: size.y,
		now: nowX,
		before: beforeX,
		possible: possible && { x1: x(possible.lowest), x2: x(possible.highest) },
		limits: limits.filter((limit) => limit > lowest && limit <= highest).map((limit) => x(limit)),
		nowLabel: nowX === null ? null : label(nowX, size.y - 24),
		beforeLabel: beforeX === null ? null : label(beforeX, size.y + 36)
	};
}

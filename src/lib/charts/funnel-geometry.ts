/**
 * Where things lie in a funnel: groups by size and mean, a target line, and the limits within which groups exactly on target
 * would fall by chance (Spiegelhalter 2005). Nothing in it is an order.
 */
import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { area } from 'd3-shape';
import { characterWidth, lineHeight } from './chart-text.ts';

export interface FunnelPoint {
	readonly key: string;
	readonly label: string;
	readonly n: number;
	readonly mean: number;
	readonly isMet: boolean;
}

/** The limits at one number of answers. */
export interface FunnelStep {
	readonly n: number;
	readonly inner: { readonly low: number; readonly high: number };
	readonly outer: { readonly low: number; readonly high: number };
}

export interface FunnelInput {
	readonly points: readonly FunnelPoint[];
	/** From the fewest answers to the most, at least two. */
	readonly steps: readonly FunnelStep[];
	readonly lowest: number;
	readonly highest: number;
	readonly target: number;
	readonly targetText: string;
	readonly innerText: string;
	readonly outerText: string;
	readonly toText: (value: number) => string;
}

export interface FunnelSize {
	readonly width: number;
	readonly height: number;
	/** Room at the end for what the lines are called. */
	readonly endMargin: number;
}

export interface PlacedName {
	readonly text: string;
	readonly x: number;
	readonly y: number;
	readonly anchor: 'start' | 'end' | 'middle';
}

export interface FunnelGeometry {
	readonly width: number;
	readonly height: number;
	readonly plot: {
		readonly left: number;
		readonly right: number;
		readonly top: number;
		readonly bottom: number;
	};
	readonly innerPath: string;
	readonly outerPath: string;
	readonly targetY: number;
	readonly xTicks: readonly { readonly x: number; readonly text: string }[];
	readonly yTicks: readonly { readonly y: number; readonly text: string }[];
	readonly points: readonly {
		readonly point: FunnelPoint;
		readonly x: number;
		readonly y: number;
		/** Null when there is no room for it: the table has it. */
		readonly name: PlacedName | null;
	}[];
	readonly lineNames: readonly PlacedName[];
}

const margin = { left: 44, top: 14, bottom: 48 };
export const funnelDotRadius = 6;

/** Lays out the funnel for one size. The scale is the question's own, cut to what is drawn; limits are cut at its ends. */
export function funnelGeometry(input: FunnelInput, size: FunnelSize): FunnelGeometry {
	const plot = {
		left: margin.left,
		right: size.width - size.endMargin,
		top: margin.top,
		bottom: size.height - margin.bottom
	};
	const first = input.steps[0]?.n ?? 1;
	const last = input.steps.at(-1)?.n ?? first + 1;
	const x = scaleLinear([first, last], [plot.left, plot.right]);
	const y = scaleLinear(drawnScale(input), [plot.bottom, plot.top]).clamp(true);
	const pathOf = (limits: 'inner' | 'outer'): string =>
		area<FunnelStep>()
			.x(({ n }) => x(n))
			.y0((step) => y(step[limits].low))
			.y1((step) => y(step[limits].high))
			.digits(1)([...input.steps]) ?? '';
	const targetY = y(input.target);
	const dots = input.points.map((point) => ({ point, x: x(point.n), y: y(point.mean) }));
	return {
		width: size.width,
		height: size.height,
		plot,
		innerPath: pathOf('inner'),
		outerPath: pathOf('outer'),
		targetY,
		xTicks: x.ticks(size.width < 500 ? 4 : 7).map((n) => ({ x: x(n), text: String(n) })),
		yTicks: y.ticks(5).map((value) => ({ y: y(value), text: input.toText(value) })),
		points: placeNames(dots, plot, targetY),
		lineNames: nameLines(input, { y, targetY, right: plot.right })
	};
}

/** What has to be seen: every mean, the target, and the limits where the smallest group is. Never beyond the scale. */
function drawnScale({ points, steps, target, lowest, highest }: FunnelInput): [number, number] {
	const widest = steps[0];
	const seen = [
		...points.map(({ mean }) => mean),
		target,
		...(widest ? [widest.outer.low, widest.outer.high] : [])
	];
	const [low = lowest, high = highest] = extent(seen);
	return [Math.max(lowest, low), Math.min(highest, Math.max(high, low + 0.1))];
}

interface Dot {
	readonly point: FunnelPoint;
	readonly x: number;
	readonly y: number;
}

interface Box {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

/** Names beside their dots, where they cover neither a dot, another name nor the target's line. */
function placeNames(
	dots: readonly Dot[],
	plot: FunnelGeometry['plot'],
	targetY: number
): FunnelGeometry['points'] {
	const taken: Box[] = [
		...dots.map(({ x, y }) => around(x, y, funnelDotRadius * 2, funnelDotRadius * 2)),
		{ left: plot.left, right: plot.right, top: targetY - 1, bottom: targetY + 1 }
	];
	return dots.map((dot) => {
		const wanted = namesOf(dot).find(
			(name) => isInside(boxOf(name), plot) && !taken.some((box) => overlaps(box, boxOf(name)))
		);
		if (wanted) taken.push(boxOf(wanted));
		return { ...dot, name: wanted ?? null };
	});
}

function namesOf({ point: { label: text }, x, y }: Dot): readonly PlacedName[] {
	const beside = funnelDotRadius + 5;
	return [
		{ text, x: x + beside, y, anchor: 'start' },
		{ text, x: x - beside, y, anchor: 'end' },
		{ text, x, y: y - funnelDotRadius - lineHeight / 2, anchor: 'middle' },
		{ text, x, y: y + funnelDotRadius + lineHeight / 2, anchor: 'middle' }
	];
}

function boxOf({ text, x, y, anchor }: PlacedName): Box {
	const width = text.length * characterWidth;
	const middle = anchor === 'start' ? x + width / 2 : anchor === 'end' ? x - width / 2 : x;
	return around(middle, y, width, lineHeight);
}

function around(x: number, y: number, width: number, height: number): Box {
	return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

function overlaps(one: Box, other: Box): boolean {
	return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function isInside(box: Box, plot: FunnelGeometry['plot']): boolean {
	return box.left >= plot.left && box.right <= plot.right && box.top >= plot.top && box.bottom <= plot.bottom;
}

/** What the lines are called, at their ends; the target's name has its place, the others give way. */
function nameLines(
	{ steps, targetText, innerText, outerText }: FunnelInput,
	{ y, targetY, right }: { y: (value: number) => number; targetY: number; right: number }
): readonly PlacedName[] {
	const last = steps.at(-1);
	const at = (text: string, wanted: number): PlacedName => ({
		text,
		x: right + 8,
		y: wanted,
		anchor: 'start'
	});
	if (!last) return [at(targetText, targetY)];
	const inner = Math.min(y(last.inner.high), targetY - lineHeight);
	const outer = Math.min(y(last.outer.high), inner - lineHeight);
	return [at(targetText, targetY), at(innerText, inner), at(outerText, outer)];
}

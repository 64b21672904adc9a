/** Where things lie in a list of groups with mean, interval and a common target line. In the order given, never ranked. */
import { scaleLinear } from 'd3-scale';
import { characterWidth, lineHeight } from './chart-text.ts';

export interface CaterpillarRow {
	readonly key: string;
	readonly label: string;
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
	readonly target: number;
	readonly targetText: string;
}

export interface PlacedRow {
	readonly row: CaterpillarRow;
	readonly y: number;
	readonly labelY: number;
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
	};
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
const axisHeight = 28;

/** Lays out the list for one size. The whole scale is shown, and an interval is cut at its ends: no mean lies beyond. */
export function caterpillarGeometry(input: CaterpillarInput, layout: CaterpillarLayout): CaterpillarGeometry {
	const isBeside = layout.kind === 'beside';
	const rowHeight = isBeside ? 44 : 58;
	const plot = {
		left: isBeside ? layout.labelWidth : 8,
		right: layout.width - (isBeside ? layout.valueWidth : 8),
		top: headHeight,
		bottom: headHeight + rowHeight * input.rows.length
	};
	const x = scaleLinear([input.lowest, input.highest], [plot.left, plot.right]).clamp(true);
	const steps = Math.min(10, Math.max(1, Math.round(input.highest - input.lowest)));
	const targetX = x(input.target);
	return {
		width: layout.width,
		height: plot.bottom + axisHeight,
		plot,
		ticks: x.ticks(steps).map((value) => ({ x: x(value), text: String(value) })),
		target: {
			x: targetX,
			...anchorWithin(targetX, (input.targetText.length * characterWidth) / 2, layout.width)
		},
		rows: input.rows.map((row, index) => {
			const top = plot.top + index * rowHeight;
			const y = isBeside ? top + rowHeight / 2 : top + rowHeight - 20;
			const low = row.interval && x(row.interval.low);
			const high = row.interval && x(row.interval.high);
			const at = row.mean === null ? null : x(row.mean);
			return {
				row,
				y,
				labelY: isBeside ? y : top + lineHeight + 2,
				x: at,
				interval: low === null || high === null ? null : { x1: low, x2: high },
				...placeRemark(at, plot)
			};
		})
	};
}

function anchorWithin(
	x: number,
	half: number,
	width: number
): { labelX: number; anchor: 'start' | 'middle' | 'end' } {
	if (x - half < 0) return { labelX: 0, anchor: 'start' };
	if (x + half > width) return { labelX: width, anchor: 'end' };
	return { labelX: x, anchor: 'middle' };
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

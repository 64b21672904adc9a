/** What the marks of a drawing mean, over it: in the drawing itself, so that a file of it says so too. */
import { characterWidth, lineHeight } from './chart-text.ts';
import type { Mark } from './drawing.ts';

export interface LegendItem {
	readonly sign: 'filled' | 'open' | 'interval' | 'target' | 'inner' | 'outer';
	readonly text: string;
}

const signWidth = 26;
const between = 20;
const rowHeight = 24;

/** The items on as many rows as they need, from the top. */
export function drawLegend(
	items: readonly LegendItem[],
	width: number
): { readonly marks: readonly Mark[]; readonly height: number } {
	const marks: Mark[] = [];
	let [x, row] = [0, 0];
	for (const { sign, text } of items) {
		const wide = signWidth + 8 + text.length * characterWidth * 0.92;
		if (x > 0 && x + wide > width) [x, row] = [0, row + 1];
		const middle = 10 + row * rowHeight;
		marks.push(drawSign(sign, x, middle));
		marks.push({
			kind: 'text',
			x: x + (sign === 'filled' || sign === 'open' ? 22 : signWidth + 8),
			y: middle + 5,
			text,
			anchor: 'start',
			paint: 'soft'
		});
		x += wide + between;
	}
	return { marks, height: items.length === 0 ? 0 : (row + 1) * rowHeight + lineHeight / 2 };
}

function drawSign(sign: LegendItem['sign'], x: number, y: number): Mark {
	if (sign === 'filled' || sign === 'open') {
		return { kind: 'circle', x: x + 8, y, r: 6, fill: sign === 'filled' ? 'ink' : 'surface', edge: 'ink' };
	}
	const line = { kind: 'line', x1: x, x2: x + signWidth, y1: y, y2: y } as const;
	if (sign === 'interval') return { ...line, stroke: 'interval', width: 5 };
	if (sign === 'target') return { ...line, stroke: 'accent', width: 2.5 };
	return { ...line, stroke: 'soft', width: 1, isDashed: sign === 'outer' };
}

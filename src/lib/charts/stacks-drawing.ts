/** Several wholes divided alike, one under the other: shares in order, named once above and told in each part that has room. */
import { characterWidth, lineHeight, wrapText } from './chart-text.ts';
import {
	drawingWidths,
	textLines,
	type Drawing,
	type DrawingSize,
	type Mark,
	type Paint
} from './drawing.ts';

export interface StackRow {
	readonly key: string;
	readonly label: string;
	/** How many it rests on. */
	readonly countText: string;
	/** In the order of the parts; null where it is not shown, and the whole row where one is not to be had. */
	readonly shares: readonly (number | null)[];
	readonly shareTexts: readonly string[];
	/** What stands in the place of a row that is not drawn. */
	readonly hiddenText: string;
}

export interface StacksInput {
	readonly parts: readonly { readonly name: string; readonly paint: Paint }[];
	readonly rows: readonly StackRow[];
	/** What stands in a part that is not shown. */
	readonly hiddenMark: string;
}

/** The steps for so many parts in order, dark to light with room between them. */
export function stepsFor(parts: number): readonly Paint[] {
	const steps: readonly Paint[] = ['step-0', 'step-1', 'step-2', 'step-3', 'step-4', 'step-5'];
	if (parts >= 5) return Array.from({ length: parts }, (_, part) => steps[Math.min(part, 5)] ?? 'step-5');
	const chosen: Readonly<Record<number, readonly Paint[]>> = {
		1: ['step-0'],
		2: ['step-0', 'step-4'],
		3: ['step-0', 'step-2', 'step-5'],
		4: ['step-0', 'step-2', 'step-3', 'step-5']
	};
	return chosen[parts] ?? [];
}

const darkPaints: readonly Paint[] = ['step-0', 'step-1', 'accent', 'ink'];
const barHeight = 30;
const swatch = 13;

export function drawStacks({ parts, rows, hiddenMark }: StacksInput, size: DrawingSize): Drawing {
	const width = drawingWidths[size];
	const isWide = size === 'wide';
	const left = isWide && rows.length > 1 ? 220 : 0;
	const marks: Mark[] = [];
	let y = placeNames(marks, parts, width);
	for (const row of rows) {
		if (left > 0) {
			const lines = wrapText(row.label, left - 16);
			const text = (lines.length + 1) * lineHeight;
			const height = Math.max(barHeight, text) + 12;
			const first = y + (height - text) / 2 + 13;
			marks.push(...textLines(lines, { x: 0, y: first }, lineHeight));
			marks.push({
				kind: 'text',
				x: 0,
				y: first + lines.length * lineHeight,
				text: row.countText,
				anchor: 'start',
				paint: 'soft'
			});
			placeParts(marks, row, {
				parts,
				hiddenMark,
				x: left,
				y: y + (height - barHeight) / 2,
				width: width - left
			});
			y += height;
			continue;
		}
		const lines =
			row.label === '' ? [] : wrapText(row.label, width - row.countText.length * characterWidth - 8);
		if (lines.length > 0) {
			marks.push(...textLines(lines, { x: 0, y: y + 16 }, lineHeight));
			marks.push({ kind: 'text', x: width, y: y + 16, text: row.countText, anchor: 'end', paint: 'soft' });
			y += lines.length * lineHeight + 6;
		}
		placeParts(marks, row, { parts, hiddenMark, x: 0, y, width });
		y += barHeight + 12;
	}
	return { width, height: y + 2, marks };
}

/** The parts' names in order, each beside what it looks like, on as few lines as they need. */
function placeNames(marks: Mark[], parts: StacksInput['parts'], width: number): number {
	let [x, y] = [0, 2];
	for (const { name, paint } of parts) {
		const needed = swatch + 7 + name.length * (characterWidth - 0.6);
		if (x > 0 && x + needed > width) [x, y] = [0, y + lineHeight + 6];
		marks.push({
			kind: 'rect',
			x: x + 0.5,
			y: y + 1.5,
			width: swatch,
			height: swatch,
			fill: paint,
			edge: 'ink'
		});
		const lines = wrapText(name, width - swatch - 7);
		marks.push(...textLines(lines, { x: x + swatch + 7, y: y + 13 }, lineHeight));
		y += (lines.length - 1) * lineHeight;
		x += needed + 18;
	}
	return y + lineHeight + 12;
}

interface Place {
	readonly parts: StacksInput['parts'];
	readonly hiddenMark: string;
	readonly x: number;
	readonly y: number;
	readonly width: number;
}

function placeParts(marks: Mark[], row: StackRow, { parts, hiddenMark, x, y, width }: Place): void {
	const shown = row.shares.filter((share) => share !== null);
	if (shown.length === 0) {
		marks.push({ kind: 'rect', x, y, width, height: barHeight, fill: 'surface', edge: 'line' });
		marks.push({
			kind: 'text',
			x: x + 10,
			y: y + barHeight / 2 + 5,
			text: row.hiddenText,
			anchor: 'start',
			paint: 'soft'
		});
		return;
	}
	// Those that are not shown share what is left of the whole: how they divide it is what nobody is to see. It stands where
	// they are when they are neighbours, and last otherwise.
	const left = Math.max(0, 1 - shown.reduce((sum, share) => sum + share, 0));
	const [first, last] = [row.shares.indexOf(null), row.shares.lastIndexOf(null)];
	const areNeighbours = first >= 0 && row.shares.slice(first, last + 1).every((share) => !share);
	let at = x;
	const placeHidden = (): void => {
		if (left <= 0.001) return;
		const wide = left * width;
		marks.push({ kind: 'rect', x: at, y, width: wide, height: barHeight, fill: 'surface', edge: 'line' });
		if (wide > 24) {
			marks.push({
				kind: 'text',
				x: at + wide / 2,
				y: y + barHeight / 2 + 5,
				text: hiddenMark,
				anchor: 'middle',
				paint: 'soft'
			});
		}
		at += wide;
	};
	parts.forEach(({ paint }, index) => {
		const share = row.shares[index] ?? null;
		if (areNeighbours && index === first) placeHidden();
		if (share === null) return;
		const wide = share * width;
		const text = row.shareTexts[index] ?? '';
		if (wide > 0) {
			marks.push({
				kind: 'rect',
				x: at,
				y,
				width: wide,
				height: barHeight,
				fill: paint,
				edge: paint === 'step-5' || paint === 'step-4' ? 'soft' : 'surface'
			});
			if (wide > text.length * characterWidth + (paint === 'hatch' ? 16 : 6)) {
				const isDark = darkPaints.includes(paint);
				const room = text.length * characterWidth + 14;
				// Nothing can be read on stripes.
				if (paint === 'hatch') {
					marks.push({
						kind: 'rect',
						x: at + (wide - room) / 2,
						y: y + 4,
						width: room,
						height: barHeight - 8,
						fill: 'surface'
					});
				}
				marks.push({
					kind: 'text',
					x: at + wide / 2,
					y: y + barHeight / 2 + 5,
					text,
					anchor: 'middle',
					paint: isDark ? 'surface' : 'ink',
					isBold: true
				});
			}
		}
		at += wide;
	});
	if (first >= 0 && !areNeighbours) placeHidden();
}

/**
 * Reads the square of a letter as a phone does: out of what is drawn on the page, not out of what the program meant to draw.
 * The dark rectangles of the PDF's page are painted on a sheet of pixels, and a decoder that is not ours reads the sheet.
 */
import { inflateSync } from 'node:zlib';
import { decodeQR } from 'qr/decode.js';

type Matrix = readonly [number, number, number, number, number, number];
interface Rect {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** A4 at about 216 dots to the inch, as a cheap printer: a module is some five dots. */
const dotsPerPoint = 3;
const sheet = { width: Math.ceil(595.28 * dotsPerPoint), height: Math.ceil(841.89 * dotsPerPoint) };

/** What the square on the page says. `page` counts from 0; throws where no square can be read. */
export function readSquare(pdf: Uint8Array, page = 0): string {
	const content = listPages(pdf)[page];
	if (content === undefined) throw new Error(`There is no page ${page}.`);
	return decodeQR(paint(listDarkRects(content)));
}

/** What is drawn on each page, in their order. */
function listPages(pdf: Uint8Array): string[] {
	const file = Buffer.from(pdf);
	const text = file.toString('latin1');
	const contents = [...text.matchAll(/\/Type \/Page\n[^]*?\/Contents (\d+) 0 R/g)].map(([, id]) => id);
	return contents.map((id) => {
		const head = new RegExp(`\\n${id} 0 obj\\n[^]*?/Length (\\d+)[^]*?stream\\n`).exec(text);
		if (!head) throw new Error(`The page's content ${id} is not there.`);
		const start = head.index + head[0].length;
		return inflateSync(file.subarray(start, start + Number(head[1]))).toString('latin1');
	});
}

/** ISO 32000-2, 8.3 and 8.5: the rectangles that are filled with a dark colour, in points from the top left corner. */
function listDarkRects(content: string): Rect[] {
	const found: Rect[] = [];
	const stack: { matrix: Matrix; isDark: boolean }[] = [];
	let matrix: Matrix = [1, 0, 0, 1, 0, 0];
	let isDark = true;
	let path: Rect[] = [];
	let operands: number[] = [];
	for (const token of content.split(/\s+/)) {
		const number = Number(token);
		if (token !== '' && !Number.isNaN(number)) {
			operands.push(number);
			continue;
		}
		if (token === 'q') stack.push({ matrix, isDark });
		if (token === 'Q') ({ matrix, isDark } = stack.pop() ?? { matrix, isDark });
		if (token === 'cm') matrix = multiply(operands.slice(-6) as unknown as Matrix, matrix);
		if (token === 'scn' || token === 'rg') isDark = operands.slice(-3).every((part) => part < 0.5);
		if (token === 're') path.push(toRect(operands.slice(-4), matrix));
		if (/^f\*?$/.test(token) && isDark) found.push(...path);
		if (/^(?:f\*?|S|n|B|b|s)$/.test(token)) path = [];
		operands = [];
	}
	return found;
}

function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
	return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

function toRect(operands: readonly number[], [a, b, c, d, e, f]: Matrix): Rect {
	const [x = 0, y = 0, width = 0, height = 0] = operands;
	const corners = [
		[x, y],
		[x + width, y + height]
	].map(([left = 0, top = 0]) => [a * left + c * top + e, 841.89 - (b * left + d * top + f)] as const);
	const [across, down] = [corners.map(([one]) => one), corners.map(([, one]) => one)];
	const [left, top] = [Math.min(...across), Math.min(...down)];
	return { x: left, y: top, width: Math.max(...across) - left, height: Math.max(...down) - top };
}

function paint(rects: readonly Rect[]) {
	const { width, height } = sheet;
	const data = new Uint8Array(width * height * 4).fill(255);
	for (const rect of rects) {
		const [left, right] = [rect.x, rect.x + rect.width].map((at) => Math.round(at * dotsPerPoint));
		const [top, bottom] = [rect.y, rect.y + rect.height].map((at) => Math.round(at * dotsPerPoint));
		for (let row = top ?? 0; row < (bottom ?? 0); row += 1) {
			for (let column = left ?? 0; column < (right ?? 0); column += 1) {
				data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
			}
		}
	}
	return { width, height, data };
}

/** Text in a drawing has no layout of its own: how long it is has to be reckoned beforehand. */

/** Width of a character in the charts' type (15 px Atkinson Hyperlegible), on the generous side. */
export const characterWidth = 8;
export const lineHeight = 18;

/** The text on as few lines as fit so many pixels, broken between words; a word that is too long keeps its own line. */
export function wrapText(text: string, width: number): readonly string[] {
	const most = Math.max(1, Math.floor(width / characterWidth));
	return text.split(' ').reduce<string[]>((lines, word) => {
		const last = lines.at(-1);
		if (last === undefined || last.length + 1 + word.length > most) return [...lines, word];
		return [...lines.slice(0, -1), `${last} ${word}`];
	}, []);
}

export interface SpreadLabel {
	readonly wanted: number;
	readonly height: number;
}

/**
 * Moves labels apart so that none overlaps: each gets its wanted middle when it can, and all stay between the ends when
 * there is room. Gives the middles in the order of the labels.
 */
export function spreadLabels(labels: readonly SpreadLabel[], top: number, bottom: number): readonly number[] {
	const order = labels.map((label, index) => ({ ...label, index })).toSorted((a, b) => a.wanted - b.wanted);
	const placed: { index: number; middle: number; height: number }[] = [];
	let edge = top;
	for (const { wanted, height, index } of order) {
		const middle = Math.max(wanted, edge + height / 2);
		placed.push({ index, middle, height });
		edge = middle + height / 2;
	}
	edge = bottom;
	for (const label of placed.toReversed()) {
		label.middle = Math.max(Math.min(label.middle, edge - label.height / 2), top + label.height / 2);
		edge = label.middle - label.height / 2;
	}
	return placed.toSorted((a, b) => a.index - b.index).map(({ middle }) => middle);
}

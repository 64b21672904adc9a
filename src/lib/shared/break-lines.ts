/** Words into lines that fit a width. A word wider than the line is cut rather than lost outside it. */

/** `measure` gives a text's width in the same unit as `width`. Line breaks in the text are kept; an empty text is one empty line. */
export function breakLines(
	text: string,
	width: number,
	measure: (text: string) => number
): readonly string[] {
	return text
		.replaceAll('\r\n', '\n')
		.split('\n')
		.flatMap((part) => breakPart(part, width, measure));
}

function breakPart(part: string, width: number, measure: (text: string) => number): string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of part.split(/[ \t]+/).filter((word) => word !== '')) {
		const longer = line === '' ? word : `${line} ${word}`;
		if (measure(longer) <= width) {
			line = longer;
			continue;
		}
		if (line !== '') lines.push(line);
		const pieces = cutWord(word, width, measure);
		lines.push(...pieces.slice(0, -1));
		line = pieces.at(-1) ?? '';
	}
	return [...lines, line];
}

function cutWord(word: string, width: number, measure: (text: string) => number): string[] {
	const pieces: string[] = [];
	let piece = '';
	for (const letter of word) {
		if (piece !== '' && measure(piece + letter) > width) {
			pieces.push(piece);
			piece = '';
		}
		piece += letter;
	}
	return [...pieces, piece];
}

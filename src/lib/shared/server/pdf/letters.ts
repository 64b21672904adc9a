/**
 * The letters a PDF is written with: Atkinson Hyperlegible Next in two weights, each in two parts (Latin, and the Latin of
 * neighbouring languages), and beside it the Cyrillic, Arabic and Ethiopic letters that clients read (docs/decisions/0057). A
 * text is divided by which part has its letters; what no part has is shown as a question mark.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';

export type Face = 'regular' | 'bold';
export interface Run {
	/** The name the part is registered under in the PDF. */
	readonly font: string;
	readonly text: string;
}

interface FontPart {
	readonly name: string;
	readonly face: Face;
	/** What it holds is read and unpacked once: every document is written with the same. */
	readonly font: fontkit.Font;
	readonly letters: ReadonlySet<number>;
}

const missingLetter = '?';
const weights = { regular: '400', bold: '700' } as const;
/** Which typeface has what; whoever comes first of those that have a letter writes it. */
const sources = [
	{ typeface: 'atkinson-hyperlegible-next', part: 'latin' },
	{ typeface: 'atkinson-hyperlegible-next', part: 'latin-ext' },
	{ typeface: 'pt-sans', part: 'cyrillic' },
	// One shape for each letter: in a typeface that draws letters and dots apart, the words could not be read back from the file.
	{ typeface: 'vazirmatn', part: 'arabic' },
	{ typeface: 'noto-sans-ethiopic', part: 'ethiopic' }
] as const;
let loaded: readonly FontPart[] | null = null;

/** Both weights and their parts, read once from the packages that carry them. */
export function fontParts(): readonly FontPart[] {
	loaded ??= (['regular', 'bold'] as const).flatMap((face) =>
		sources.map(({ typeface, part }) => loadPart(face, typeface, part))
	);
	return loaded;
}

function loadPart(face: Face, typeface: string, part: string): FontPart {
	const file = `${typeface}-${part}-${weights[face]}-normal.woff`;
	const path = createRequire(import.meta.url).resolve(`@fontsource/${typeface}/files/${file}`);
	const font = fontkit.create(readFileSync(path));
	if (!('characterSet' in font)) throw new Error(`${file} is a collection of fonts, not one.`);
	return { name: `${face}-${part}`, face, font, letters: new Set(font.characterSet) };
}

/** The part of the font that has the letter, and the letter as it can be shown. */
export function findPart(letter: string, face: Face): Run {
	const parts = fontParts().filter((part) => part.face === face);
	const part = parts.find(({ letters }) => letters.has(letter.codePointAt(0) ?? 0));
	return part ? { font: part.name, text: letter } : { font: parts[0]?.name ?? '', text: missingLetter };
}

/** Control characters as spaces, and letters with their accents as one. */
export function toLetters(text: string): string {
	return text.normalize('NFC').replaceAll(/\p{Cc}/gu, ' ');
}

/** As it is drawn: characters that only say where a line may break, or which way it runs, are left out. */
function toDrawn(text: string): string {
	return toLetters(text).replaceAll(/\p{Cf}/gu, '');
}

/** The text in pieces from left to right, each in one part of the font. */
export function toRuns(text: string, face: Face): readonly Run[] {
	const runs: { font: string; text: string }[] = [];
	for (const letter of toDrawn(text)) {
		const { font, text: shown } = findPart(letter, face);
		const last = runs.at(-1);
		if (last?.font === font) last.text += shown;
		else runs.push({ font, text: shown });
	}
	return runs;
}

/** Whether every letter of the text can be written: if not, the reader is told where the whole text is. */
export function hasAllLetters(text: string): boolean {
	const parts = fontParts().filter(({ face }) => face === 'regular');
	return [...toDrawn(text)].every((letter) =>
		parts.some(({ letters }) => letters.has(letter.codePointAt(0) ?? 0))
	);
}

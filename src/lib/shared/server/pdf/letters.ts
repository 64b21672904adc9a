/**
 * The letters a PDF is written with: Atkinson Hyperlegible Next in two weights, each in two parts (Latin, and the Latin of
 * neighbouring languages). A text is divided by which part has its letters; what no part has is shown as a question mark.
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
let loaded: readonly FontPart[] | null = null;

/** Both weights and their parts, read once from the package that carries them. */
export function fontParts(): readonly FontPart[] {
	loaded ??= (['regular', 'bold'] as const).flatMap((face) =>
		['latin', 'latin-ext'].map((part) => loadPart(face, part))
	);
	return loaded;
}

function loadPart(face: Face, part: string): FontPart {
	const file = `atkinson-hyperlegible-next-${part}-${weights[face]}-normal.woff`;
	const path = createRequire(import.meta.url).resolve(`@fontsource/atkinson-hyperlegible-next/files/${file}`);
	const font = fontkit.create(readFileSync(path));
	if (!('characterSet' in font)) throw new Error(`${file} is a collection of fonts, not one.`);
	return { name: `${face}-${part}`, face, font, letters: new Set(font.characterSet) };
}

/** As it is drawn: control characters become spaces, and those that only say where a line may break are left out. */
function toDrawn(text: string): string {
	return text
		.normalize('NFC')
		.replaceAll(/\p{Cc}/gu, ' ')
		.replaceAll(/\p{Cf}/gu, '');
}

/** The text in pieces, each in one part of the font. */
export function toRuns(text: string, face: Face): readonly Run[] {
	const parts = fontParts().filter((part) => part.face === face);
	const runs: { font: string; text: string }[] = [];
	for (const letter of toDrawn(text)) {
		const part = parts.find(({ letters }) => letters.has(letter.codePointAt(0) ?? 0));
		const font = (part ?? parts[0])?.name ?? '';
		const last = runs.at(-1);
		const shown = part ? letter : missingLetter;
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

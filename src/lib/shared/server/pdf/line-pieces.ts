/**
 * A line as what is drawn at once, and in which order from left to right: Arabic and Persian run the other way, with Swedish
 * names and digits inside them that do not (Unicode UAX 9, by bidi-js). The letters of a word are joined by the font.
 */
import bidiFactory from 'bidi-js';
import { findPart, toLetters, toRuns, type Face, type Run } from './letters.ts';

/** Which way a text runs as a whole; `auto` by its first letter. */
export type LineDirection = 'ltr' | 'rtl' | 'auto';

export interface Piece extends Run {
	/** The pieces from left to right are those with growing places. */
	readonly place: number;
	/** The font turns its letters round: it is a word from right to left. */
	readonly isTurned: boolean;
}

const bidi = bidiFactory();
const fromTheRight = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** Between letters that are to be joined, or not to be: the font reads them. */
const joiner = /[\u200C\u200D]/u;

/** Whether some of the text is written from right to left. */
export function hasTurnedWords(text: string): boolean {
	return fromTheRight.test(text);
}

/** The line in pieces, in the order it is read. */
export function toPieces(text: string, face: Face, direction: LineDirection): readonly Piece[] {
	return direction === 'rtl' || hasTurnedWords(text)
		? toOrderedPieces(toLetters(text), face, direction)
		: toRuns(text, face).map((run, place) => ({ ...run, place, isTurned: false }));
}

function toOrderedPieces(line: string, face: Face, direction: LineDirection): readonly Piece[] {
	const embedding = bidi.getEmbeddingLevels(line, direction);
	const places = new Map(bidi.getReorderedIndices(line, embedding).map((at, place) => [at, place]));
	const pieces: { font: string; text: string; place: number; level: number; isTurned: boolean }[] = [];
	let at = 0;
	for (const letter of line) {
		const level = embedding.levels[at] ?? 0;
		const place = places.get(at) ?? at;
		at += letter.length;
		const last = pieces.at(-1);
		if (joiner.test(letter)) {
			if (last?.isTurned) last.text += letter;
			continue;
		}
		// Marks that say which way a text runs have done what they are for once the line has its order.
		if (/\p{Cf}/u.test(letter)) continue;
		const isFromTheRight = level % 2 === 1;
		const isTurned =
			isFromTheRight && (fromTheRight.test(letter) || (/\p{M}/u.test(letter) && last?.isTurned === true));
		const shown = isFromTheRight ? (bidi.getMirroredCharacter(letter) ?? letter) : letter;
		const { font, text } = findPart(shown, face);
		// Whatever the font would not turn round, or should not, stands by itself: its place says it all.
		const mayJoin = isFromTheRight ? isTurned && last?.isTurned === true : !fromTheRight.test(letter);
		if (last && mayJoin && last.font === font && last.level === level) last.text += text;
		else pieces.push({ font, text, place, level, isTurned });
	}
	return pieces;
}

/** What a reviewer takes out of somebody's words before others may read them. */
import type { IdentifyingKind, IdentifyingSpot } from './find-identifying.ts';

/** What stands where something has been taken out. */
export const gap = '[…]';

/** The words with every marked spot taken out. */
export function redact(words: string, spots: readonly IdentifyingSpot[]): string {
	let rest = 0;
	let left = '';
	for (const { start, end } of spots) {
		left += words.slice(rest, start) + gap;
		rest = end;
	}
	return left + words.slice(rest);
}

interface WordsPart {
	readonly text: string;
	/** Why it is marked; null where it is not. */
	readonly kind: IdentifyingKind | null;
}

/** The words in parts, marked and not, for showing. */
export function toParts(words: string, spots: readonly IdentifyingSpot[]): readonly WordsPart[] {
	let rest = 0;
	const parts: WordsPart[] = [];
	for (const { kind, start, end } of spots) {
		parts.push({ text: words.slice(rest, start), kind: null }, { text: words.slice(start, end), kind });
		rest = end;
	}
	return [...parts, { text: words.slice(rest), kind: null }].filter(({ text }) => text !== '');
}

/**
 * Whether nothing has been added: every word that is left stood there before, in the same order. Gaps may stand anywhere;
 * nobody may put words in somebody else's mouth.
 */
export function isTakenOutOnly(original: string, edited: string): boolean {
	const before = listWords(original);
	let at = 0;
	for (const word of listWords(edited.replaceAll(gap, ' '))) {
		at = before.indexOf(word, at) + 1;
		if (at === 0) return false;
	}
	return true;
}

function listWords(text: string): string[] {
	return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

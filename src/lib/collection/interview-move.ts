/** What a button on a page of an interview does, as a form says it. */
import type { LanguageTag } from '#lib/instruments/questionnaire.ts';
import { unansweredMarks, type UnansweredMark } from './unanswered.ts';

export type InterviewMove =
	| { readonly kind: 'next' | 'back' | 'note' | 'jump' | 'pause' }
	| { readonly kind: 'mark'; readonly mark: UnansweredMark }
	/** Reads from another language or text track from here on. */
	| { readonly kind: 'language'; readonly language: LanguageTag };

const plainMoves = ['next', 'back', 'note', 'jump', 'pause'] as const;

/** A button's value as a move: `next`, `mark:declined`, `language:sv-simple`; null for anything else. */
export function parseInterviewMove(text: string): InterviewMove | null {
	const plain = plainMoves.find((kind) => kind === text);
	if (plain) return { kind: plain };
	const language = /^language:([A-Za-z0-9-]{1,35})$/.exec(text)?.[1];
	if (language !== undefined) return { kind: 'language', language };
	const mark = unansweredMarks.find((known) => text === `mark:${known}`);
	return mark ? { kind: 'mark', mark } : null;
}

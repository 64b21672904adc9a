/** What a button on a page of an interview does, as a form says it. */
import { unansweredMarks, type UnansweredMark } from './unanswered.ts';

export type InterviewMove =
	| { readonly kind: 'next' | 'back' | 'note' | 'jump' | 'pause' }
	| { readonly kind: 'mark'; readonly mark: UnansweredMark };

const plainMoves = ['next', 'back', 'note', 'jump', 'pause'] as const;

/** A button's value as a move: `next`, `mark:declined`; null for anything else. */
export function parseInterviewMove(text: string): InterviewMove | null {
	const plain = plainMoves.find((kind) => kind === text);
	if (plain) return { kind: plain };
	const mark = unansweredMarks.find((known) => text === `mark:${known}`);
	return mark ? { kind: 'mark', mark } : null;
}

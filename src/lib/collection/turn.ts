/** What a respondent can do on a page of questions, as a form says it. */

/**
 * How the pages are gone through: `all` from first to last; `change` one answer from the review and back to it;
 * `fill-in` those that a changed answer opened, and then back to the review.
 */
export const walks = ['all', 'change', 'fill-in'] as const;
export type Walk = (typeof walks)[number];

export type Move =
	| { readonly kind: 'next' }
	| { readonly kind: 'back' }
	/** Leave the page's questions unanswered. */
	| { readonly kind: 'skip' }
	/** Keep what is written and show the same page: another language, or a question that an answer opens. */
	| { readonly kind: 'stay' }
	/** Take one answer away and show the same page. */
	| { readonly kind: 'clear'; readonly question: string }
	/** Show a page without reading the form: from the review, or back in the browser's history. */
	| { readonly kind: 'show'; readonly page: string }
	| { readonly kind: 'review' }
	| { readonly kind: 'send' };

const plainMoves = ['next', 'back', 'skip', 'stay', 'review', 'send'] as const;

/** A button's value as a move: `next`, `show:audit_3`, `clear:audit_3`; null for anything else. */
export function parseMove(text: string): Move | null {
	const [word, name] = text.split(':', 2);
	const plain = plainMoves.find((kind) => kind === text);
	if (plain) return { kind: plain };
	if (word === 'show' && name) return { kind: 'show', page: name };
	if (word === 'clear' && name) return { kind: 'clear', question: name };
	return null;
}

/** The walk a form says it is on; `all` for anything else. */
export function parseWalk(text: string | null): Walk {
	return walks.find((walk) => walk === text) ?? 'all';
}

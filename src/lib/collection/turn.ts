/** What a respondent can do on a page of questions, as a form says it. */

/** How the pages are gone through: all of them, or from the review to change an answer and back to it. */
export type Walk =
	| { readonly kind: 'all' }
	/** `pending`: pages that the change has opened and that are still to be asked. */
	| { readonly kind: 'change'; readonly pending: readonly string[] };

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

/** The walk a form says it is on, such as `change:audit_2,audit_3`; all pages for anything else. */
export function parseWalk(text: string | null): Walk {
	const [kind, pages = ''] = (text ?? '').split(':', 2);
	if (kind !== 'change') return { kind: 'all' };
	return { kind, pending: pages.split(',').filter((page) => page !== '') };
}

/** The walk as a form carries it; read back by `parseWalk`. */
export function writeWalk(walk: Walk): string {
	return walk.kind === 'all' || walk.pending.length === 0 ? walk.kind : `change:${walk.pending.join(',')}`;
}

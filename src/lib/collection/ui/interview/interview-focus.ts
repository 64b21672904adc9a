/** Where the focus goes when the next question of an interview, or the review, is shown. */
import { afterFrame } from '#lib/shared/ui/after-frame.ts';

export interface Shown {
	/** What the question or the review stands in. */
	root(): HTMLElement | undefined;
	/** A question whose answer is chosen, one whose answer is written, or the review. */
	kind(): 'chosen' | 'written' | 'review';
	/** Whether the review has something without an answer: then it is read before it is sent. */
	isOpen(): boolean;
	/** Whether the reader came by a key. */
	isByKey(): boolean;
}

export interface InterviewFocus {
	/** Moves the focus to what is shown now; a frame later where nobody can tell the difference. */
	lead(): void;
	/** Enter before the focus has come to the review's button: what it would have pressed. */
	press(): void;
}

/** Made once for an interview. */
export function leadFocus(shown: Shown): InterviewFocus {
	/** Moves the focus now, while it is on its way. */
	let land = (): void => {};

	function move(): void {
		const find = (selector: string) => shown.root()?.querySelector<HTMLElement>(selector) ?? null;
		const isByKey = shown.isByKey();
		const target =
			shown.kind() === 'review'
				? ((isByKey && !shown.isOpen() ? find('form#send button') : null) ?? find('.shown h1'))
				: ((isByKey ? find(`${askedIn} fieldset input, ${askedIn} .control`) : null) ??
					find(`${askedIn} h1`));
		target?.focus({ preventScroll: true });
	}

	return {
		lead() {
			const held = document.activeElement;
			// To move the focus the browser has to lay out what nobody has seen yet: no sooner than somebody needs it.
			if (shown.kind() === 'written' || !hearsKeys(held)) return move();
			land = afterFrame(() => {
				if (document.activeElement === held || document.activeElement === document.body) move();
			});
		},
		press() {
			land();
			const { activeElement } = document;
			if (activeElement instanceof HTMLButtonElement && shown.root()?.contains(activeElement)) {
				activeElement.click();
			}
		}
	};
}

/** The question that is asked; others stand beside it. */
const askedIn = 'form#step .asked';

/** Whether what is pressed there is heard as a key of the interview: then it makes no difference whether the focus has come. */
const hearsKeys = (held: Element | null): boolean =>
	held === document.body || (held instanceof HTMLInputElement && /^(radio|checkbox)$/.test(held.type));

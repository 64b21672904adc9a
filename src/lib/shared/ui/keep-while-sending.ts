/**
 * Keeps what somebody types while a form is being sent. The answer puts every field back to what was sent, or empties it, and
 * what was typed meanwhile would be gone without a word.
 */
import { keepSelection, rememberControl, type Control } from './keep-typed.ts';

export interface SendingWatch {
	/** Call it each time an answer has changed the page: what was typed since the sending began is set back. */
	answered(): void;
	/** Call it when all that the answer changes is changed: nothing is kept any longer. */
	settled(): void;
	/** Stops watching. */
	stop(): void;
}

interface Typed {
	readonly name: string;
	readonly action: string | null;
	readonly restore: () => void;
	readonly restoreSelection: () => void;
}

/** Begins to watch the forms of a page that are sent without leaving it. */
export function watchSending(root: Document): SendingWatch {
	/** The page that something is being sent from; null while nothing is. */
	let sentFrom: string | null = null;
	const typed = new Map<Control, Typed>();

	const begin = (form: HTMLFormElement): void => {
		// What stands in the form now is what is sent.
		for (const control of typed.keys()) if (control.form === form) typed.delete(control);
		sentFrom = location.pathname;
	};
	const look = ({ target: form }: Event): void => {
		if (!(form instanceof HTMLFormElement) || form.getAttribute('method') !== 'post') return;
		// After `use:enhance`, which stops the browser from sending it, and before whoever listens further out: an interview
		// and a journey look after their own answers.
		const listener = (event: Event): void => {
			if (event.defaultPrevented) begin(form);
		};
		form.addEventListener('submit', listener, { once: true });
	};
	const note = ({ target: control }: Event): void => {
		const restore = sentFrom !== null && isControl(control) ? rememberControl(control) : null;
		if (!restore || !isControl(control)) return;
		typed.set(control, { ...placeOf(control), restore, restoreSelection: keepSelection(root) });
	};
	const restoreAll = (): void => {
		if (sentFrom !== location.pathname) return;
		for (const [control, { name, action, restore, restoreSelection }] of [...typed]) {
			// A field that has become another one since, or is gone, is left alone.
			const place = placeOf(control);
			if (!control.isConnected || place.name !== name || place.action !== action) continue;
			const before = control.value;
			restore();
			if (control.value !== before) restoreSelection();
		}
	};
	// Forms are emptied after this event, and Svelte looks at the fields in a microtask after that.
	const afterReset = (): void => {
		if (typed.size > 0) queueMicrotask(() => queueMicrotask(() => queueMicrotask(restoreAll)));
	};

	root.addEventListener('submit', look, true);
	root.addEventListener('input', note);
	root.addEventListener('reset', afterReset);
	return {
		answered: restoreAll,
		settled() {
			restoreAll();
			typed.clear();
			sentFrom = null;
		},
		stop() {
			root.removeEventListener('submit', look, true);
			root.removeEventListener('input', note);
			root.removeEventListener('reset', afterReset);
		}
	};
}

const placeOf = ({ name, form }: Control) => ({ name, action: form?.getAttribute('action') ?? null });

const isControl = (target: EventTarget | null): target is Control =>
	target instanceof HTMLInputElement ||
	target instanceof HTMLTextAreaElement ||
	target instanceof HTMLSelectElement;

/**
 * Leaves the page in a hurry: blank at once, another page in its place, and nothing to come back to. The server is told
 * meanwhile, and takes away what it keeps; nobody waits for it.
 */
import { forgetWhenLeft } from '#lib/shared/ui/forget-when-left.ts';
import { quickExitCookie, quickExitMinutes } from '../../quick-exit.ts';

const pressesNeeded = 3;
/** How long the presses may take together (GOV.UK Frontend, exit-this-page). */
const patienceInMs = 5_000;

forgetWhenLeft();
document.addEventListener('submit', (event) => {
	const form = event.target;
	if (!(form instanceof HTMLFormElement) || form !== findForm()) return;
	event.preventDefault();
	leave(form);
});
countShifts();

function findForm(): HTMLFormElement | null {
	return document.querySelector<HTMLFormElement>('form[data-quick-exit]');
}

function leave(form: HTMLFormElement): void {
	document.documentElement.hidden = true;
	rememberLeft(form.action);
	void fetch(form.action, { method: 'POST', keepalive: true, cache: 'no-store' }).catch(() => undefined);
	location.replace(form.dataset['quickExit'] ?? '');
}

/** The same mark as the server sets, set before the answer could come: the link leads away from now on. */
function rememberLeft(action: string): void {
	const path = new URL(action).pathname.replace(/\/leave$/, '');
	const secure = location.protocol === 'https:' ? '; secure' : '';
	document.cookie = `${quickExitCookie}=1; path=${path}; max-age=${quickExitMinutes * 60}; samesite=lax${secure}`;
}

/** Counts presses of Shift alone: one that made a capital letter is none, and any other key begins anew. */
function countShifts(): void {
	let presses = 0;
	let wasWithOthers = false;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const forget = (): void => {
		presses = 0;
		clearTimeout(timer);
		say('');
	};
	document.addEventListener('keydown', ({ key, shiftKey }) => {
		if (key !== 'Shift' && shiftKey) wasWithOthers = true;
	});
	document.addEventListener('keyup', ({ key }) => {
		if (key !== 'Shift') return forget();
		if (wasWithOthers) {
			wasWithOthers = false;
			return forget();
		}
		presses += 1;
		if (presses === 1) timer = setTimeout(forget, patienceInMs);
		const form = findForm();
		if (presses === pressesNeeded && form) return leave(form);
		say(presses === 1 ? 'twoMore' : 'oneMore');
	});
}

/** What is said stands in the page already, in its language. */
function say(which: 'twoMore' | 'oneMore' | ''): void {
	const said = document.querySelector<HTMLElement>('[data-quick-exit-said]');
	if (said) said.textContent = which === '' ? '' : (said.dataset[which] ?? '');
}

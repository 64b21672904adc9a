/**
 * The pages of a link, exchanged without a reload. The very same forms and pages work without this: a form is sent, the
 * server answers with a page, and here that page takes the place of the old one. Nothing is kept in the browser but the
 * page itself, so that a shared computer forgets.
 */
import { makeDelivery, type DeliveryState } from './delivery.ts';
import { exchangePage } from './exchange-page.ts';
import { updateQuestions } from './update-questions.ts';

const patienceInMs = 20_000;

interface Answer {
	readonly page: Document;
	/** Where the server sent on to, when it did. */
	readonly movedTo: string | null;
}

/** Starts on a page that has such a form; does nothing on others. */
export function startJourney(): void {
	if (!findForm()) return;
	const delivery = makeDelivery(showState);
	/** The moves that lead back to the pages seen, by their number in the browser's history. */
	let seen = [currentMove()];
	history.replaceState({ step: 0 }, '');

	async function deliver(fields: () => URLSearchParams, onarrival: (answer: Answer) => Promise<void>) {
		if (delivery.state() !== 'idle') return;
		const address = findForm()?.action;
		if (address === undefined) return;
		await onarrival(await delivery.send(() => post(address, fields())));
	}

	/** Another page, or the same one with what has to be put right. */
	async function show({ page, movedTo }: Answer): Promise<void> {
		const before = currentMove();
		await exchangePage(page);
		const move = currentMove();
		if (move === before) return;
		if (move === null) {
			seen = [];
			history.replaceState({}, '', movedTo ?? location.href);
			return;
		}
		const step = stepOf(history.state) + 1;
		seen = [...seen.slice(0, step), move];
		history.pushState({ step }, '', currentAddress());
	}

	document.addEventListener('submit', (event) => {
		const { target: form, submitter } = event;
		if (!(form instanceof HTMLFormElement) || form.id !== 'journey') return;
		// Another language is another page: everything on it changes.
		if (submitter?.hasAttribute('data-native')) return;
		event.preventDefault();
		void deliver(() => fieldsOf(form, submitter), show);
	});

	document.addEventListener('change', (event) => {
		const form = findForm();
		if (!form?.hasAttribute('data-reactive') || !(event.target instanceof Element)) return;
		if (event.target.closest('form') !== form) return;
		void deliver(
			() => withMove(fieldsOf(form), 'stay'),
			async ({ page }) => {
				const here = form.querySelector('[data-elements]');
				const next = page.querySelector('[data-elements]');
				if (here && next) updateQuestions(here, next);
				copyCarried(page, form);
			}
		);
	});

	document.addEventListener('click', (event) => {
		if (event.target instanceof Element && event.target.closest('[data-retry]')) delivery.retry();
	});

	addEventListener('popstate', (event: PopStateEvent) => {
		// A link to a place on the same page leaves no step behind it, and there is nothing to fetch.
		if (event.state === null) return;
		const move = seen[stepOf(event.state)];
		const form = findForm();
		if (!move || !form) return location.reload();
		if (move === currentMove()) return;
		const fields = (): URLSearchParams => withMove(fieldsOf(form, null, isOwn), move);
		void deliver(fields, ({ page }) => exchangePage(page));
	});

	addEventListener('online', () => delivery.retry());
	addEventListener('beforeunload', (event) => {
		// A page that is blank already has been left in a hurry.
		if (delivery.state() === 'waiting' && !document.documentElement.hidden) event.preventDefault();
	});
}

function findForm(): HTMLFormElement | null {
	return document.querySelector<HTMLFormElement>('form#journey');
}

/** The move that shows the current page again; null when there is nothing more to answer. */
function currentMove(): string | null {
	return findForm()?.getAttribute('data-move') ?? null;
}

function currentAddress(): string {
	return document.querySelector('[data-address]')?.getAttribute('data-address') ?? location.href;
}

function stepOf(state: unknown): number {
	return typeof state === 'object' && state !== null && 'step' in state ? Number(state.step) : 0;
}

function fieldsOf(
	form: HTMLFormElement,
	submitter: HTMLElement | null = null,
	isWanted: (name: string) => boolean = () => true
): URLSearchParams {
	const fields = [...new FormData(form, submitter)];
	return new URLSearchParams(
		fields.flatMap(([name, value]) => (typeof value === 'string' && isWanted(name) ? [[name, value]] : []))
	);
}

/** Whether the field is the form's own and no answer. */
function isOwn(name: string): boolean {
	return name.startsWith('_');
}

function withMove(fields: URLSearchParams, move: string): URLSearchParams {
	fields.set('_move', move);
	return fields;
}

/** Null when the network, or something on the way, failed and it is worth trying again. */
async function post(address: string, body: URLSearchParams): Promise<Answer | null> {
	try {
		const response = await fetch(address, {
			method: 'POST',
			headers: { accept: 'text/html', 'x-genklang-exchange': 'page' },
			body,
			cache: 'no-store',
			signal: AbortSignal.timeout(patienceInMs)
		});
		if (response.status >= 502 && response.status <= 504) return null;
		const page = new DOMParser().parseFromString(await response.text(), 'text/html');
		// A page that is not ours comes from something on the way, such as a café's login.
		if (!page.querySelector('.app main')) return null;
		return { page, movedTo: response.redirected ? response.url : null };
	} catch {
		return null;
	}
}

/** What the form carries by itself follows the answers. */
function copyCarried(page: Document, form: HTMLFormElement): void {
	for (const fresh of page.querySelectorAll<HTMLInputElement>('form#journey input[type="hidden"]')) {
		const known = form.elements.namedItem(fresh.name);
		if (known instanceof HTMLInputElement) known.value = fresh.value;
	}
}

function showState(state: DeliveryState): void {
	findForm()?.toggleAttribute('aria-busy', state !== 'idle');
	for (const words of document.querySelectorAll<HTMLElement>('[data-delivery]')) {
		words.hidden = words.getAttribute('data-delivery') !== state;
	}
}

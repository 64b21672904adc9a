/**
 * An interview as it goes on in the browser: what has been answered is on the page at once and is sent to the server by
 * itself. Nothing is kept in the browser but the page's own memory (docs/decisions/0030).
 */
import { afterFrame } from '#lib/shared/ui/after-frame.ts';
import { makeDelivery, type DeliveryState } from '../enhance/delivery.ts';
import type { InterviewDraft } from '../../interview.ts';
import type { InterviewData, SaveOutcome, SaveRequest, Stop } from './interview-view.ts';

type Send = (request: SaveRequest) => Promise<SaveOutcome | null>;

const nothing: InterviewDraft = { answers: {}, marks: {}, notes: {}, place: '', language: '', layers: {} };

export class InterviewState {
	draft: InterviewDraft = $state.raw(nothing);
	/** What the server has. */
	saved: InterviewDraft = $state.raw(nothing);
	version = $state(0);
	delivery: DeliveryState = $state('idle');
	stop: Stop | null = $state(null);
	readonly isSaved = $derived(this.draft === this.saved);
	readonly #delivery = makeDelivery((state) => (this.delivery = state));
	readonly #send: Send;
	#isDelivering = false;
	#sendNow = (): void => {};

	constructor({ draft, version }: Pick<InterviewData, 'draft' | 'version'>, send: Send) {
		this.draft = draft;
		this.saved = draft;
		this.version = version;
		this.#send = send;
	}

	/** Takes in a change, and lets the server know when the change has been shown: whoever asks waits for the next question. */
	change(draft: InterviewDraft): void {
		if (draft === this.draft) return;
		this.draft = draft;
		this.#sendNow = afterFrame(() => void this.#deliver());
	}

	/** Sends what waits to be shown first: the page is being left. */
	hurry(): void {
		this.#sendNow();
	}

	/** Tries at once: the network is back, somebody pressed the button, or has signed in again. */
	retry(): void {
		if (this.stop === 'signed-out') this.stop = null;
		this.#delivery.retry();
		void this.#deliver();
	}

	/** One save at a time; what is changed meanwhile goes with the next. The same save is tried until it arrives. */
	async #deliver(): Promise<void> {
		if (this.#isDelivering) return;
		this.#isDelivering = true;
		while (this.draft !== this.saved && this.stop === null) {
			const request = { version: this.version, saveId: newSaveId(), draft: this.draft };
			const outcome = await this.#delivery.send(() => this.#send(request));
			if (outcome.kind === 'saved') {
				this.version = outcome.version;
				this.saved = request.draft;
			} else this.stop = outcome.kind;
		}
		this.#isDelivering = false;
	}
}

/** A random uuid. `crypto.randomUUID` is only there over https, and a server in the house may be without. */
function newSaveId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
	bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
	const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * The questions that are on the page: the one that is asked, the one that most likely comes next, and for a moment the one
 * that was just left. To show a question that is already there is a few milliseconds' work, to make it and take the other away
 * is many; both are done when nobody waits.
 */
import type { StepView } from './view-step.ts';

export type StepRole = 'left' | 'asked' | 'coming';

export interface ShelvedStep {
	/** Never used again: what the browser holds in a question's fields belongs to this time it is asked. */
	readonly id: number;
	readonly view: StepView;
}

export class StepShelf {
	#lastId = 0;
	#askedId = $state(0);
	#left: ShelvedStep | null = $state.raw(null);
	#coming: ShelvedStep | null = $state.raw(null);
	/** The last that was made ready, also when it is asked. */
	#ready: { readonly view: StepView; readonly text: string } | null = null;

	/** The questions to draw, in this order, given the one that is asked. */
	list(asked: StepView): readonly (ShelvedStep & { readonly role: StepRole })[] {
		const one = (step: ShelvedStep | null, role: StepRole) => (step ? [{ ...step, role }] : []);
		return [
			...one(this.#left, 'left'),
			...one({ id: this.#askedId, view: asked }, 'asked'),
			...one(this.#coming, 'coming')
		];
	}

	/** The view, as the very object that was made ready where it says the same: then nothing is drawn anew. */
	same(view: StepView): StepView {
		return this.#ready && this.#ready.view.name === view.name && this.#ready.text === JSON.stringify(view)
			? this.#ready.view
			: view;
	}

	/** Leaves the question, or the review, for the place. */
	leave(left: StepView | null, place: string): void {
		if (left?.name === place) return;
		this.#left = left && { id: this.#askedId, view: left };
		const isReady = this.#coming?.view.name === place;
		this.#askedId = isReady && this.#coming ? this.#coming.id : (this.#lastId += 1);
		if (isReady) this.#coming = null;
	}

	/** Takes away what was left, and makes ready what most likely comes; null for nothing. */
	prepare(coming: StepView | null): void {
		this.#left = null;
		if (coming === null) this.#coming = null;
		else if (this.#coming?.view.name !== coming.name || this.#ready?.text !== JSON.stringify(coming)) {
			this.#coming = { id: (this.#lastId += 1), view: coming };
			this.#ready = { view: coming, text: JSON.stringify(coming) };
		}
	}
}

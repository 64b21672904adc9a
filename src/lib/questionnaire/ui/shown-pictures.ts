import { getContext, setContext } from 'svelte';

/** The addresses of the pictures that are shown now; null where there is none. */
export interface ShownPictures {
	ofQuestion(question: string): string | null;
	/** By the option's code as a form sends it. */
	ofOption(question: string, inputValue: string): string | null;
}

const key = Symbol('shown pictures');
const none: ShownPictures = { ofQuestion: () => null, ofOption: () => null };

/** Says which pictures the questions below have. Asked each time, so that it may change. */
export function setShownPictures(pictures: () => ShownPictures | null): void {
	setContext(key, pictures);
}

export function getShownPictures(): () => ShownPictures {
	const pictures = getContext<(() => ShownPictures | null) | undefined>(key);
	return () => pictures?.() ?? none;
}

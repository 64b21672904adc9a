import { clearAnswers } from './clear-answer.ts';
import { enhanceSliders } from './enhance-slider.ts';
import { keepExclusive } from './keep-exclusive.ts';

const listening = new WeakSet<Document>();

/** Adds what HTML alone cannot do to the questions that are drawn within; safe to do again when some are new. */
export function enhanceQuestions(within: Document | Element): void {
	enhanceSliders(within);
	if (!(within instanceof Document) || listening.has(within)) return;
	listening.add(within);
	within.addEventListener('change', keepExclusive);
	within.addEventListener('click', clearAnswers);
}

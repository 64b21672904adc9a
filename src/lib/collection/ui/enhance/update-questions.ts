import { enhanceQuestions } from '#lib/questionnaire/ui/enhance/enhance-questions.ts';
import { offerReading } from '#lib/questionnaire/ui/enhance/read-aloud.ts';

/**
 * Lets questions that an answer opened come in, and those that it closed go, without touching the others: what is being
 * written in them stays, and so does the focus. Questions and panels are known by `data-name`.
 */
export function updateQuestions(here: Element, next: Element): void {
	removeClosed(here, next);
	for (const fresh of next.querySelectorAll('[data-name]')) {
		const known = findNamed(here, fresh);
		if (known && isOpen(known) === isOpen(fresh)) continue;
		const copy = document.importNode(fresh, true);
		if (known) known.replaceWith(copy);
		else insert(here, fresh, copy);
	}
	enhanceQuestions(here);
	offerReading();
}

function removeClosed(here: Element, next: Element): void {
	for (const old of here.querySelectorAll('[data-name]')) if (!findNamed(next, old)) old.remove();
}

/** Before the next sibling that is there, or last in the same panel. */
function insert(here: Element, fresh: Element, copy: Element): void {
	const panel = fresh.parentElement?.closest('[data-name]');
	const home = (panel && findNamed(here, panel)) ?? here;
	for (let sibling = fresh.nextElementSibling; sibling; sibling = sibling.nextElementSibling) {
		const known = findNamed(here, sibling);
		if (known) {
			known.before(copy);
			return;
		}
	}
	home.append(copy);
}

function findNamed(within: Element, like: Element): Element | null {
	const name = like.getAttribute('data-name');
	return name === null ? null : within.querySelector(`[data-name="${CSS.escape(name)}"]`);
}

function isOpen(question: Element): boolean {
	return !question.querySelector(':disabled');
}

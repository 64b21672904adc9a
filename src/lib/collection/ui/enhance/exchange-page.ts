import { enhanceQuestions } from '#lib/questionnaire/ui/enhance/enhance-questions.ts';
import { offerReading } from '#lib/questionnaire/ui/enhance/read-aloud.ts';

/** Puts the next page, as the server made it, in place of this one, and leads the reader to where it begins. */
export async function exchangePage(next: Document): Promise<void> {
	await addStyles(next);
	const fresh = findRoot(next);
	findRoot(document).replaceWith(document.adoptNode(fresh));
	document.title = next.title;
	enhanceQuestions(document);
	offerReading();
	const start = document.querySelector<HTMLElement>('#error-summary, h1[tabindex]');
	scrollTo(0, 0);
	start?.focus({ preventScroll: true });
}

function findRoot(page: Document): Element {
	const root = page.querySelector('.app');
	if (!root) throw new Error('The page has no root.');
	return root;
}

/** Style sheets that this page does not have yet, loaded before anything is shown. */
function addStyles(next: Document): Promise<unknown> {
	const known = new Set(
		[...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].map(pathOf)
	);
	const missing = [...next.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].filter(
		(link) => !known.has(pathOf(link))
	);
	return Promise.all(
		missing.map(
			(link) =>
				new Promise((resolve) => {
					const copy = document.createElement('link');
					copy.rel = 'stylesheet';
					copy.href = pathOf(link);
					copy.onload = copy.onerror = resolve;
					document.head.append(copy);
				})
		)
	);
}

/** The absolute path: the pages write their addresses relative to where they lie. */
function pathOf(link: HTMLLinkElement): string {
	return new URL(link.getAttribute('href') ?? '', location.href).pathname;
}

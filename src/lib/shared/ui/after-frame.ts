/** When nobody waits any more, at most: a hidden page draws nothing. */
const patienceInMs = 250;

/** What waits for the same frame: to ask for a frame and two tasks is dear, and so is a drawing for each change. */
let waiting: (() => void)[] = [];

/**
 * Does the work when what has been changed is on the screen; at once on a page that nobody sees. The function it gives does
 * it now, where it is not done.
 */
export function afterFrame(work: () => void): () => void {
	let isDone = false;
	const now = (): void => {
		if (isDone) return;
		isDone = true;
		work();
	};
	waiting.push(now);
	if (waiting.length === 1) askForFrame(waiting);
	return now;
}

function askForFrame(asked: readonly (() => void)[]): void {
	const doAll = (): void => {
		if (asked !== waiting) return;
		waiting = [];
		clearTimeout(timer);
		// Each by itself, so that none takes the others with it, and all before anything is drawn.
		for (const work of asked) queueMicrotask(work);
	};
	const timer = setTimeout(doAll, document.hidden ? 0 : patienceInMs);
	// The first task after the frame's own belongs to whoever asked for it before; this is the one after.
	requestAnimationFrame(() => setTimeout(() => setTimeout(doAll)));
}

/** Does the work when the browser has time over. Safari has no idle callbacks. */
export function whenIdle(work: () => void): void {
	if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: patienceInMs });
	else setTimeout(work);
}

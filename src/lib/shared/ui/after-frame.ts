/** When nobody waits any more, at most: a hidden page draws nothing. */
const patienceInMs = 250;

/**
 * Does the work when what has been changed is on the screen; at once on a page that nobody sees. The function it gives does
 * it now, where it is not done.
 */
export function afterFrame(work: () => void): () => void {
	let isDone = false;
	const now = (): void => {
		if (isDone) return;
		isDone = true;
		clearTimeout(timer);
		work();
	};
	const timer = setTimeout(now, document.hidden ? 0 : patienceInMs);
	// The first task after the frame's own belongs to whoever asked for it before; this is the one after.
	requestAnimationFrame(() => setTimeout(() => setTimeout(now)));
	return now;
}

/** Does the work when the browser has time over. Safari has no idle callbacks. */
export function whenIdle(work: () => void): void {
	if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: patienceInMs });
	else setTimeout(work);
}

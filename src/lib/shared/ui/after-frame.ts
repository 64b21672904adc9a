/** When nobody waits any more, at most. A hidden page draws nothing, and a busy machine has no time over. */
const patienceInMs = 500;

/**
 * Does the work when what has been changed is on the screen and the browser has time over; at once on a page that nobody
 * sees. The function it gives does it now, where it is not done.
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
	requestAnimationFrame(() => whenIdle(now));
	return now;
}

/** Safari has no idle callbacks. */
function whenIdle(work: () => void): void {
	if ('requestIdleCallback' in globalThis) requestIdleCallback(work);
	else setTimeout(work);
}

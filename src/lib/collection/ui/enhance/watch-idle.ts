/**
 * Shuts a tablet that has been handed over and left lying. Nobody is hurried: it asks first, long before, and one touch or
 * key is an answer (WCAG 2.2.1). Then the page goes blank at once, and the server is told until it has heard: from then on
 * nothing is shown to anybody before the tablet is unlocked.
 */
import { judgePresence, lentIdleLimits } from '#lib/shared/idle.ts';

const signsOfLife = ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove'] as const;
/** A slow answer is waited for: it carries the session's new token, and whoever lent the tablet would have to sign in anew. */
const patienceInMs = 20_000;
const pauseInMs = 5_000;

/** Starts; the pages that ask nothing have no question to show, and are left alone. */
export function watchIdle(): void {
	let seenAt = Date.now();
	let isGone = false;
	const stay = (): void => {
		if (isGone) return;
		seenAt = Date.now();
		findDialog()?.close();
	};
	for (const sign of signsOfLife) addEventListener(sign, stay, { capture: true, passive: true });

	const look = (): void => {
		const dialog = findDialog();
		if (!dialog || isGone) return;
		const presence = judgePresence(Date.now() - seenAt, lentIdleLimits);
		if (presence.kind === 'here') return;
		if (presence.kind === 'gone') {
			isGone = true;
			document.documentElement.hidden = true;
			void shut(dialog.dataset['idle'] ?? '');
			return;
		}
		showSeconds(dialog, presence.secondsLeft);
		if (!dialog.open) dialog.showModal();
	};
	setInterval(look, 1000);
	// A tablet that has slept counts no seconds, but the clock has gone on.
	document.addEventListener('visibilitychange', look);
}

function findDialog(): HTMLDialogElement | null {
	return document.querySelector<HTMLDialogElement>('dialog[data-idle]');
}

function showSeconds(dialog: HTMLDialogElement, secondsLeft: number): void {
	const words = dialog.querySelector('.left');
	if (words) words.textContent = (words.textContent ?? '').replace(/\d+/, String(secondsLeft));
}

async function shut(address: string): Promise<void> {
	for (;;) {
		const done = await tell(address);
		if (done) return location.replace(done);
		await new Promise((resolve) => setTimeout(resolve, pauseInMs));
	}
}

/** Where the server sends on to; null when it has not heard. */
async function tell(address: string): Promise<string | null> {
	try {
		const headers = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
		const signal = AbortSignal.timeout(patienceInMs);
		const response = await fetch(address, { method: 'POST', headers, cache: 'no-store', signal });
		return response.redirected ? response.url : null;
	} catch {
		return null;
	}
}

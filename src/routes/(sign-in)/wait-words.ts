import { m } from '#lib/paraglide/messages.js';

/** How long to wait before the next attempt, in words. */
export function waitWords(waitSeconds: number): string {
	return waitSeconds < 90
		? m.access_wait_seconds({ seconds: waitSeconds })
		: m.access_wait_minutes({ minutes: Math.ceil(waitSeconds / 60) });
}

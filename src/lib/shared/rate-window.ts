/**
 * Counts what happens, in memory only: how often, never who. For what must have a limit but must not leave a trace, such as
 * anonymous answers.
 */

/** Whether one more is let through at the moment, in milliseconds; a refused one is not counted. */
export type RateWindow = (at: number) => boolean;

/** At most `limit` in each stretch of `windowMs`. A new stretch begins with the first after the one before is over. */
export function openRateWindow(limit: number, windowMs: number): RateWindow {
	let startedAt = -Infinity;
	let count = 0;
	return (at) => {
		// A clock that is put back begins anew rather than shutting everybody out.
		if (at - startedAt >= windowMs || at < startedAt) {
			startedAt = at;
			count = 0;
		}
		if (count >= limit) return false;
		count += 1;
		return true;
	};
}

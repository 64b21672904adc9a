/**
 * How many have answered about a provider, as this process last counted and has added to since: what lies in a box is gone
 * through once a second, and not for each answer. In memory only; nothing of it is told or stored.
 */

/** What another process has let in is seen after so long. */
const trustedForMs = 1_000;

interface Remembered {
	readonly answered: number;
	readonly countedAt: number;
}

export interface RememberedCounts<Key extends string> {
	/** At least as many as have answered; null when it has to be counted: long ago, never, or with no room for `more`. */
	find(key: Key, more: { readonly coming: number; readonly limit: number }): number | null;
	/** What was just counted, or what was found, and how many more have been let in since. */
	keep(key: Key, answered: number, letIn: number, isCounted: boolean): void;
}

/** Nothing is known to begin with. `now` is any clock in milliseconds that never goes back. */
export function makeRememberedCounts<Key extends string>(now: () => number): RememberedCounts<Key> {
	const known = new Map<Key, Remembered>();
	const isOld = ({ countedAt }: Remembered): boolean => now() - countedAt >= trustedForMs;
	return {
		find(key, { coming, limit }) {
			const found = known.get(key);
			return found && !isOld(found) && found.answered + coming <= limit ? found.answered : null;
		},
		keep(key, answered, letIn, isCounted) {
			const countedAt = isCounted ? now() : (known.get(key)?.countedAt ?? -Infinity);
			for (const [old, remembered] of known) if (isOld(remembered)) known.delete(old);
			known.set(key, { answered: answered + letIn, countedAt });
		}
	};
}

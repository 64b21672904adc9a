/**
 * How sign-in is slowed down. Each rule is a bucket that leaks: an attempt adds one, time takes away, a right answer
 * empties it (or takes its own drop back). Above `free`, every attempt is followed by a wait that doubles, up to
 * `longestMs`: nobody is locked out for good, and whoever guesses gets a few hundred guesses a day.
 */

const second = 1_000;
const minute = 60 * second;

export interface ThrottleRule {
	/** Attempts in a row before there is any wait. */
	readonly free: number;
	readonly firstWaitMs: number;
	readonly longestMs: number;
	/** How long it takes for one attempt to be forgotten. */
	readonly leakMs: number;
}

export const throttleRules = {
	/** One account, from wherever. 288 guesses a day at most. */
	account: { free: 5, firstWaitMs: 5 * second, longestMs: 5 * minute, leakMs: 5 * minute },
	/** The second factor of one account. A code of six digits with three valid at a time: 1 in 1 000 in a day. */
	code: { free: 5, firstWaitMs: 5 * second, longestMs: 5 * minute, leakMs: 5 * minute },
	/** One network address. A whole municipality may share one, so it is the widest of the narrow ones. */
	address: { free: 60, firstWaitMs: 2 * second, longestMs: minute, leakMs: 10 * second },
	/** Everybody together: what guesses one password against every account, from a thousand addresses, meets. */
	everyone: { free: 200, firstWaitMs: second, longestMs: 5 * second, leakMs: 2 * second },
	/** A browser that has signed in to the account before: not slowed by what strangers do, but not free either. */
	'known-browser': { free: 5, firstWaitMs: 5 * second, longestMs: 5 * minute, leakMs: 5 * minute }
} as const satisfies Record<string, ThrottleRule>;

export type ThrottleKind = keyof typeof throttleRules;

export interface ThrottleState {
	/** Attempts not yet forgotten; has decimals, since time takes away a little at a time. */
	readonly level: number;
	readonly updatedAt: Date;
	readonly blockedUntil: Date;
}

export type ThrottleVerdict =
	| { readonly isAllowed: true; readonly next: ThrottleState }
	/** Nothing is changed: trying during the wait does not make it longer. */
	| { readonly isAllowed: false; readonly waitSeconds: number };

/** Whether an attempt may be made now, and how things stand after it. `state` is null before the first attempt. */
export function judgeAttempt(rule: ThrottleRule, state: ThrottleState | null, now: Date): ThrottleVerdict {
	const waitMs = state ? leftToWait(state, now) : 0;
	if (waitMs > 0) return { isAllowed: false, waitSeconds: Math.ceil(waitMs / second) };
	const level = (state ? leak(rule, state, now) : 0) + 1;
	const over = Math.floor(level) - rule.free;
	const penaltyMs = over < 0 ? 0 : Math.min(rule.longestMs, rule.firstWaitMs * 2 ** over);
	return {
		isAllowed: true,
		next: { level, updatedAt: now, blockedUntil: new Date(now.getTime() + penaltyMs) }
	};
}

/** How things stand when the attempt turned out right, in a bucket that others share: its own drop is taken back. */
export function takeBack(rule: ThrottleRule, state: ThrottleState, now: Date): ThrottleState {
	const level = Math.max(0, leak(rule, state, now) - 1);
	const waitMs = level < rule.free ? 0 : Math.max(0, leftToWait(state, now));
	return { level, updatedAt: now, blockedUntil: new Date(now.getTime() + waitMs) };
}

/** Counted from the last attempt, so that a clock that is set back makes nobody wait longer than the rule says. */
function leftToWait(state: ThrottleState, now: Date): number {
	return state.blockedUntil.getTime() - state.updatedAt.getTime() - elapsedSince(state, now);
}

function leak(rule: ThrottleRule, state: ThrottleState, now: Date): number {
	return Math.max(0, state.level - elapsedSince(state, now) / rule.leakMs);
}

function elapsedSince({ updatedAt }: ThrottleState, now: Date): number {
	return Math.max(0, now.getTime() - updatedAt.getTime());
}

/**
 * When a visitor seems to have left the tablet. Nobody is hurried: the warning stays for at least twenty seconds, one touch
 * or key takes it away, and it may be taken away any number of times (WCAG 2.2.1; reference: control A7).
 */

export interface IdleLimits {
	/** Seconds without a touch or a key until it asks whether somebody is there. */
	readonly warnAfter: number;
	/** Seconds the question stays. At least 20. */
	readonly warnFor: number;
}

/** A tablet in a waiting room. */
export const idleLimits: IdleLimits = { warnAfter: 90, warnFor: 30 };

/** A tablet that staff have lent to somebody in the room: there is time to talk about a question. */
export const lentIdleLimits: IdleLimits = { warnAfter: 240, warnFor: 60 };

export type Presence =
	| { readonly kind: 'here' }
	| { readonly kind: 'asked'; readonly secondsLeft: number }
	| { readonly kind: 'gone' };

/** Whether somebody is there, `idleMs` milliseconds after the last touch or key. */
export function judgePresence(idleMs: number, { warnAfter, warnFor }: IdleLimits = idleLimits): Presence {
	const seconds = idleMs / 1000;
	if (seconds < warnAfter) return { kind: 'here' };
	if (seconds >= warnAfter + warnFor) return { kind: 'gone' };
	return { kind: 'asked', secondsLeft: Math.ceil(warnAfter + warnFor - seconds) };
}

/** For exports, roles and keys: a session that somebody left open is not enough. */
import type { Actor } from '#lib/access/actor.ts';
import { isFresh } from '#lib/access/session-limits.ts';
import { Problem } from '../problem.ts';

/**
 * Throws the Problem `fresh-sign-in-required` unless the person has given both factors within the last five minutes. The
 * system itself never signs in. Pages send the person to `/sign-in?again=1&next=…` and back.
 */
export function requireFreshSignIn(actor: Actor, now: Date): void {
	if (actor.kind === 'system') return;
	if (actor.kind !== 'staff' || !isFresh(actor.signedInAt, now)) throw new Problem('fresh-sign-in-required');
}

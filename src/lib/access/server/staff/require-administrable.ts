/** Whose account may be changed from a board: somebody of the board, and never oneself. */
import type { StaffId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { requireFreshSignIn } from '#lib/shared/server/require-fresh-sign-in.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { findStaffOfBoard } from './queries.ts';

/**
 * The person, held until the transaction ends; or the Problems `fresh-sign-in-required`, `own-account`, `not-found`. Of a
 * guest only what is this board's may be changed: whoever calls it must ask `isGuest`.
 */
export async function requireColleague(work: Work, staffId: StaffId) {
	requireFreshSignIn(work.actor, work.now);
	// Two people for every role: nobody gives themselves more than they have been given.
	if (work.actor.kind === 'staff' && work.actor.staffId === staffId) throw new Problem('own-account');
	const person = await findStaffOfBoard(work, staffId);
	if (!person) throw new Problem('not-found');
	return person;
}

/** Whose account may be changed from a board: somebody of the board, of no other, and never oneself. */
import type { StaffId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { requireFreshSignIn } from '#lib/shared/server/require-fresh-sign-in.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { findStaffOfBoard } from './queries.ts';

/** The person, held until the transaction ends; or the Problems `fresh-sign-in-required`, `own-account`, `not-found`. */
export async function requireColleague(work: Work, staffId: StaffId) {
	requireFreshSignIn(work.actor, work.now);
	// Two people for every role: nobody gives themselves more than they have been given.
	if (work.actor.kind === 'staff' && work.actor.staffId === staffId) throw new Problem('own-account');
	const person = await findStaffOfBoard(work, staffId, work.today);
	if (!person) throw new Problem('not-found');
	return person;
}

/**
 * The same for what touches the account itself. Whoever administers one board must not get hold of an account that has a
 * role in another: then also `works-for-other-boards`. From the command line everything may be changed.
 */
export async function requireAdministrable(work: Work, staffId: StaffId) {
	const person = await requireColleague(work, staffId);
	if (person.worksElsewhere && work.actor.kind !== 'system') throw new Problem('works-for-other-boards');
	return person;
}

import type { AssignmentId, StaffId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import { requireFreshSignIn } from '#lib/shared/server/require-fresh-sign-in.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { parseAssignment, type NewAssignment } from '../../assignment.ts';
import {
	deleteSessionsOfStaff,
	findAccountByEmail,
	insertAssignment,
	insertGuest,
	insertStaff
} from '../staff/queries.ts';
import { makeInvitation } from '../staff/make-invitation.ts';

export interface InviteStaffInput {
	readonly email: string;
	readonly name: string;
	readonly assignment: NewAssignment;
}

export interface InvitedStaff {
	readonly staffId: StaffId;
	/** For the link, seen this once; null for somebody who signs in to this board already. */
	readonly token: string | null;
}

/**
 * Gives somebody a role, and a link to choose a password with, or to accept with the account that they have. Whether they
 * have one with another board is told by nothing: not by the answer, the link or the list of staff. Refuses one's own
 * account, one that the board has closed (`already-exists`) and a role that lacks its unit or provider (`invalid-input`).
 */
export const inviteStaff = command({
	name: 'inviteStaff',
	permission: 'staff:write',
	audit: 'always',
	subject: ({ assignment }: InviteStaffInput, { staffId }: InvitedStaff) => ({
		type: 'staff',
		id: staffId,
		reason: assignment.role
	}),
	async run(work, { email, name, assignment }: InviteStaffInput): Promise<InvitedStaff> {
		requireFreshSignIn(work.actor, work.now);
		const parsed = parseAssignment(assignment);
		if (!parsed.ok) throw new Problem('invalid-input', { problem: parsed.problem });
		const person = await findOrAddPerson(work, email.trim().toLowerCase(), name.trim());
		if (work.actor.kind === 'staff' && work.actor.staffId === person.id) throw new Problem('own-account');
		await insertAssignment(work, person.id, { id: work.newId() as AssignmentId, ...parsed.value });
		await deleteSessionsOfStaff(work.tx, person.id);
		return { staffId: person.id, token: person.canSignIn ? null : await makeInvitation(work, person) };
	}
});

async function findOrAddPerson(work: Work, email: string, name: string) {
	const known = await findAccountByEmail(work, email);
	if (known?.ofBoard?.isClosed) throw new Problem('already-exists', { what: 'closed-account' });
	if (known?.ofBoard) return known.ofBoard;
	if (known) {
		await insertGuest(work, known.id, name);
		return { id: known.id, canSignIn: false, isGuest: true };
	}
	const id = work.newId() as StaffId;
	await insertStaff(work.tx, { id, name, email }, work.now);
	return { id, canSignIn: false, isGuest: false };
}

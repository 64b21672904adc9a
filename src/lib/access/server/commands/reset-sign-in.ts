import type { StaffId } from '#lib/shared/ids.ts';
import { command } from '#lib/shared/server/command.ts';
import { makeInvitation } from '../staff/make-invitation.ts';
import { deleteCredentials, deleteSessionsOfStaff, updateGuest } from '../staff/queries.ts';
import { requireColleague } from '../staff/require-administrable.ts';

export interface ResetSignInInput {
	readonly staffId: StaffId;
}

/**
 * For somebody who has lost phone and backup codes. Takes away the password together with the second factors, so that
 * knowing the old password is not enough to enrol a new one; only the link begins anew. A guest keeps the account, which is
 * not this board's, and has to accept the board anew.
 */
export const resetSignIn = command({
	name: 'resetSignIn',
	permission: 'staff:write',
	audit: 'always',
	subject: ({ staffId }: ResetSignInInput) => ({ type: 'staff', id: staffId }),
	async run(work, { staffId }: ResetSignInInput): Promise<{ readonly token: string }> {
		const person = await requireColleague(work, staffId);
		if (person.isGuest) await updateGuest(work, person.id, { acceptedAt: null });
		else await deleteCredentials(work.tx, person.id);
		await deleteSessionsOfStaff(work.tx, person.id);
		return { token: await makeInvitation(work, person) };
	}
});

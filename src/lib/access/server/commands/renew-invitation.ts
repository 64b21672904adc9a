import type { StaffId } from '#lib/shared/ids.ts';
import { command } from '#lib/shared/server/command.ts';
import { makeInvitation } from '../staff/make-invitation.ts';
import { requireColleague } from '../staff/require-administrable.ts';

export interface RenewInvitationInput {
	readonly staffId: StaffId;
}

/**
 * A new link to choose a password with: the first one got lost, or the password was forgotten. The second factor is left
 * as it is, and is asked for after the new password.
 */
export const renewInvitation = command({
	name: 'renewInvitation',
	permission: 'staff:write',
	audit: 'always',
	subject: ({ staffId }: RenewInvitationInput) => ({ type: 'staff', id: staffId }),
	async run(work, { staffId }: RenewInvitationInput): Promise<{ readonly token: string }> {
		const person = await requireColleague(work, staffId);
		return { token: await makeInvitation(work, person) };
	}
});

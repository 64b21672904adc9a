import type { StaffId } from '#lib/shared/ids.ts';
import { command } from '#lib/shared/server/command.ts';
import {
	deleteInvitationOf,
	deleteSessionsOfStaff,
	updateGuest,
	updateStaffDisabledAt
} from '../staff/queries.ts';
import { requireColleague } from '../staff/require-administrable.ts';

export interface AccountInput {
	readonly staffId: StaffId;
}

/**
 * Closes a colleague's account: every session ends at once, and no way of signing in works until it is opened again. To a
 * guest it closes this board only.
 */
export const closeAccount = command({
	name: 'closeAccount',
	permission: 'staff:write',
	audit: 'always',
	subject: ({ staffId }: AccountInput) => ({ type: 'staff', id: staffId }),
	async run(work, { staffId }: AccountInput): Promise<void> {
		const person = await requireColleague(work, staffId);
		await deleteSessionsOfStaff(work.tx, person.id);
		if (person.isGuest) {
			await updateGuest(work, person.id, { closedAt: work.now, tokenHash: null, expiresAt: null });
			return;
		}
		await updateStaffDisabledAt(work.tx, person.id, work.now);
		await deleteInvitationOf(work.tx, person.id);
	}
});

/** Opens it again, with the password and second factors it had. */
export const reopenAccount = command({
	name: 'reopenAccount',
	permission: 'staff:write',
	audit: 'always',
	subject: ({ staffId }: AccountInput) => ({ type: 'staff', id: staffId }),
	async run(work, { staffId }: AccountInput): Promise<void> {
		const person = await requireColleague(work, staffId);
		if (person.isGuest) await updateGuest(work, person.id, { closedAt: null });
		else await updateStaffDisabledAt(work.tx, person.id, null);
	}
});

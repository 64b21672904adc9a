import type { StaffId } from '#lib/shared/ids.ts';
import { command } from '#lib/shared/server/command.ts';
import { deleteInvitationOf, deleteSessionsOfStaff, updateStaffDisabledAt } from '../staff/queries.ts';
import { requireAdministrable } from '../staff/require-administrable.ts';

export interface AccountInput {
	readonly staffId: StaffId;
}

/** Closes a colleague's account: every session ends at once, and no way of signing in works until it is opened again. */
export const closeAccount = command({
	name: 'closeAccount',
	permission: 'staff:write',
	audit: 'always',
	subject: ({ staffId }: AccountInput) => ({ type: 'staff', id: staffId }),
	async run(work, { staffId }: AccountInput): Promise<void> {
		const person = await requireAdministrable(work, staffId);
		await updateStaffDisabledAt(work.tx, person.id, work.now);
		await deleteSessionsOfStaff(work.tx, person.id);
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
		const person = await requireAdministrable(work, staffId);
		await updateStaffDisabledAt(work.tx, person.id, null);
	}
});

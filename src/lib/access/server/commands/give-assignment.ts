import type { AssignmentId, StaffId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import { parseAssignment, type NewAssignment } from '../../assignment.ts';
import { deleteSessionsOfStaff, insertAssignment } from '../staff/queries.ts';
import { requireColleague } from '../staff/require-administrable.ts';

export interface GiveAssignmentInput {
	readonly staffId: StaffId;
	readonly assignment: NewAssignment;
}

/** Gives a colleague one more role in the board. Their sessions end: they sign in with what they now are. */
export const giveAssignment = command({
	name: 'giveAssignment',
	permission: 'staff:write',
	audit: 'always',
	subject: ({ staffId, assignment }: GiveAssignmentInput) => ({
		type: 'staff',
		id: staffId,
		reason: assignment.role
	}),
	async run(work, { staffId, assignment }: GiveAssignmentInput): Promise<AssignmentId> {
		const parsed = parseAssignment(assignment);
		if (!parsed.ok) throw new Problem('invalid-input', { problem: parsed.problem });
		const person = await requireColleague(work, staffId);
		const id = work.newId() as AssignmentId;
		await insertAssignment(work, person.id, { id, ...parsed.value });
		await deleteSessionsOfStaff(work.tx, person.id);
		return id;
	}
});

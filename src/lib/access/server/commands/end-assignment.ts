import type { AssignmentId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import { deleteSessionsOfStaff, findAssignment, updateAssignmentEnd } from '../staff/queries.ts';
import { requireColleague } from '../staff/require-administrable.ts';

export interface EndAssignmentInput {
	readonly assignmentId: AssignmentId;
	/** The first day it no longer holds; today ends it at once. */
	readonly endsOn: LocalDate;
}

/** Ends a colleague's role, at once or on a day to come. Refuses one that has ended, and a day before its first. */
export const endAssignment = command({
	name: 'endAssignment',
	permission: 'staff:write',
	audit: 'always',
	subject: ({ assignmentId }: EndAssignmentInput) => ({ type: 'assignment', id: assignmentId }),
	async run(work, { assignmentId, endsOn }: EndAssignmentInput): Promise<void> {
		const assignment = await findAssignment(work, assignmentId);
		if (!assignment) throw new Problem('not-found');
		await requireColleague(work, assignment.userId);
		const { validFrom, validTo } = assignment;
		if (validTo !== null && validTo <= work.today) throw new Problem('changed-meanwhile');
		// A role that has not begun ends on the day it would have.
		const end = endsOn < validFrom ? validFrom : endsOn;
		if (endsOn < work.today) throw new Problem('invalid-input');
		await updateAssignmentEnd(work, assignmentId, end);
		await deleteSessionsOfStaff(work.tx, assignment.userId);
	}
});

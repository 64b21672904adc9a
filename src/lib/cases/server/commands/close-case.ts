import { findCase, updateCaseClosedOn } from '../queries.ts';
import { rescheduleCase } from '#lib/plans/server/schedule/queries.ts';
import type { CaseId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface CloseCaseInput {
	readonly caseId: CaseId;
	readonly closedOn: LocalDate;
}

/** Closes a case. Refuses one that is closed already (`changed-meanwhile`) and a day before it was opened. */
export const closeCase = command({
	name: 'closeCase',
	permission: 'case:write',
	inCase: ({ caseId }) => caseId,
	audit: 'always',
	subject: (input: CloseCaseInput) => ({ type: 'case', id: input.caseId, caseId: input.caseId }),
	async run(work, { caseId, closedOn }: CloseCaseInput): Promise<void> {
		const found = await findCase(work, caseId);
		if (!found) throw new Problem('not-found');
		if (found.closedOn !== null) throw new Problem('changed-meanwhile');
		if (closedOn < found.openedOn) throw new Problem('invalid-input', { field: 'closedOn' });
		await updateCaseClosedOn(work, caseId, closedOn);
		await rescheduleCase(work, caseId);
	}
});

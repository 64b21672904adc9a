import { endOtherAssignments, findCasePlace, insertAssignment, updateCasePlace } from '../reach/queries.ts';
import { decideHandOver } from '../../decide-hand-over.ts';
import { listCaseworkers } from '#lib/access/server/colleagues/queries.ts';
import type { CaseId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import type { Work } from '#lib/shared/server/work.ts';

export interface HandOverCaseInput {
	readonly caseId: CaseId;
	/** Who gets it, as the access log names them. */
	readonly staffId: string;
	/** Whether those who have it keep it too; otherwise they cannot reach it from now on. */
	readonly isShared: boolean;
}

/**
 * Gives a case to a caseworker of the board, who reaches it at once. Refuses somebody who is no caseworker today, and
 * sharing it with somebody of another unit (`invalid-input`).
 */
export const handOverCase = command({
	name: 'handOverCase',
	permission: 'case:hand-over',
	inCase: ({ caseId }) => caseId,
	audit: 'always',
	subject: ({ caseId, staffId, isShared }: HandOverCaseInput) => ({
		type: 'case',
		id: caseId,
		caseId,
		reason: `${isShared ? 'shared with' : 'handed to'} ${staffId}`
	}),
	async run(work, { caseId, staffId, isShared }: HandOverCaseInput): Promise<void> {
		const place = await findCasePlace(work, caseId);
		if (!place) throw new Problem('not-found');
		// The system makes the demo's cases, whose doors have no account.
		if (work.actor.kind !== 'system') {
			const decided = decideHandOver({
				receiverUnits: await listUnitsOf(work, staffId),
				caseUnit: place.unitId,
				isShared
			});
			if (!decided.ok) throw new Problem('invalid-input', { field: 'staffId', because: decided.problem });
			if (decided.value !== place.unitId) await updateCasePlace(work, caseId, { unitId: decided.value });
		}
		if (!isShared) await endOtherAssignments(work, caseId, staffId);
		await insertAssignment(work, { id: work.newId(), caseId, staffId });
	}
});

async function listUnitsOf(work: Work, staffId: string) {
	const colleagues = await listCaseworkers(work);
	return colleagues.filter((colleague) => colleague.staffId === staffId).map(({ unitId }) => unitId);
}

import { listGoalsOfCase } from '../goals/queries.ts';
import type { Goal } from '../../goal.ts';
import type { CaseId } from '#lib/shared/ids.ts';
import { read } from '#lib/shared/server/read.ts';

/** The goals of a case with how they have gone. */
export const listGoals = read({
	name: 'listGoals',
	permission: 'case:read',
	inCase: ({ caseId }) => caseId,
	audit: 'always',
	subject: ({ caseId }: { readonly caseId: CaseId }) => ({ type: 'goal', id: null, caseId }),
	run: (work, { caseId }): Promise<readonly Goal[]> => listGoalsOfCase(work, caseId)
});

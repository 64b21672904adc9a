import { findCaseOfGoal, updateGoalEnded } from '../goals/queries.ts';
import type { GoalId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

/** Stops following a goal up; what has been judged stays. Refuses one that has ended already (`changed-meanwhile`). */
export const endGoal = command({
	name: 'endGoal',
	permission: 'case:write',
	inCase: ({ goalId }: { readonly goalId: GoalId }, work) => findCaseOfGoal(work, goalId),
	audit: 'always',
	subject: async ({ goalId: id }: { readonly goalId: GoalId }, _output: void, work) => ({
		type: 'goal',
		id,
		caseId: await findCaseOfGoal(work, id)
	}),
	async run(work, { goalId }): Promise<void> {
		if (!(await updateGoalEnded(work, goalId, work.today))) throw new Problem('changed-meanwhile');
	}
});

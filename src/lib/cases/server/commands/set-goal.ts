import { insertGoal, insertRatings } from '../goals/queries.ts';
import { goalLevel, type Goal, type GoalJudge, type GoalLevel } from '../../goal.ts';
import type { GoalId, GoalRatingId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface SetGoalInput extends Omit<Goal, 'id' | 'endedOn' | 'ratings'> {
	/** Where it is when it is set, and who says so; null when that is not known yet. */
	readonly start: { readonly level: GoalLevel; readonly judge: GoalJudge } | null;
}

/** Sets a goal in a case, with its levels. Refuses a day that has not come and a goal without its own level (`invalid-input`). */
export const setGoal = command({
	name: 'setGoal',
	permission: 'case:write',
	inCase: ({ caseId }) => caseId,
	audit: 'always',
	subject: ({ caseId }: SetGoalInput, id: GoalId) => ({ type: 'goal', id, caseId }),
	async run(work, { start, ...goal }: SetGoalInput): Promise<GoalId> {
		if (goal.setOn > work.today) throw new Problem('invalid-input', { field: 'setOn' });
		if (!goal.levels[goalLevel - 1]) throw new Problem('invalid-input', { field: 'level3' });
		const id = work.newId() as GoalId;
		await insertGoal(work, { ...goal, id });
		const ratingId = work.newId() as GoalRatingId;
		if (start) await insertRatings(work, [{ id: ratingId, goalId: id, ratedOn: goal.setOn, ...start }]);
		return id;
	}
});

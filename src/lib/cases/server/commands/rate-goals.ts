import { insertRatings, listGoalsOfCase } from '../goals/queries.ts';
import type { GoalJudge, GoalLevel } from '../../goal.ts';
import { findOccasion } from '#lib/plans/server/queries.ts';
import { settleOccasion } from '#lib/plans/server/schedule/queries.ts';
import type { CaseId, GoalId, GoalRatingId, OccasionId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import type { Work } from '#lib/shared/server/work.ts';

export interface RateGoalsInput {
	readonly caseId: CaseId;
	readonly ratedOn: LocalDate;
	readonly judge: GoalJudge;
	/** A goal that is left out is not followed up this time. */
	readonly levels: readonly { readonly goalId: GoalId; readonly level: GoalLevel }[];
	/** The plan's occasion it is for; left out, none. */
	readonly occasionId?: OccasionId | null;
}

/**
 * Says which level the case's goals are at, as one person judges it. Refuses nothing judged, a day that has not come or is
 * before the goal was set, a goal of another case or one that has ended (`invalid-input`), and an occasion that is done
 * already (`changed-meanwhile`).
 */
export const rateGoals = command({
	name: 'rateGoals',
	permission: 'case:write',
	inCase: ({ caseId }) => caseId,
	audit: 'always',
	subject: ({ caseId }: RateGoalsInput) => ({ type: 'goal', id: null, caseId }),
	async run(work, input: RateGoalsInput): Promise<void> {
		const { caseId, ratedOn, judge, levels, occasionId = null } = input;
		if (levels.length === 0) throw new Problem('invalid-input', { field: 'levels' });
		const goals = await listGoalsOfCase(work, caseId);
		const isWrong = levels.some(({ goalId }) => {
			const goal = goals.find(({ id }) => id === goalId);
			return !goal || goal.endedOn !== null || ratedOn < goal.setOn;
		});
		if (isWrong || ratedOn > work.today) throw new Problem('invalid-input', { field: 'ratedOn' });
		await insertRatings(
			work,
			levels.map(({ goalId, level }) => ({ id: work.newId() as GoalRatingId, goalId, ratedOn, judge, level }))
		);
		if (occasionId) await settle(work, input, occasionId);
	}
});

async function settle(work: Work, { caseId, ratedOn }: RateGoalsInput, id: OccasionId): Promise<void> {
	const occasion = await findOccasion(work, id);
	if (!occasion || occasion.caseId !== caseId || occasion.instrumentId !== null)
		throw new Problem('not-found');
	const { state } = occasion.outcome;
	if (state === 'done' || state === 'lapsed') throw new Problem('changed-meanwhile');
	await settleOccasion(work, occasion, { state: 'done', on: ratedOn });
}

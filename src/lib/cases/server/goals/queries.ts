/** Goals and their ratings to and from their tables. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { CaseId, GoalId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { goalLevels, type Goal, type GoalRating } from '../../goal.ts';
import { caseGoals, goalRatings } from '../goal-tables.ts';

type Scope = Pick<Work, 'tx' | 'boardId'>;
type SealedScope = Scope & Pick<Work, 'cipher'>;

export async function insertGoal(
	{ tx, boardId, cipher }: SealedScope,
	{ id, caseId, goal, measure, levels, setOn }: Omit<Goal, 'endedOn' | 'ratings'>
): Promise<void> {
	const { seal } = await cipher();
	await tx.insert(caseGoals).values({
		boardId,
		id,
		caseId,
		setOn,
		goal: seal('case_goals.goal', id, goal),
		measure: seal('case_goals.measure', id, measure),
		levels: seal('case_goals.levels', id, levels.map((level) => level ?? '').join('\n'))
	});
}

export async function insertRatings(
	{ tx, boardId, now }: Scope & Pick<Work, 'now'>,
	ratings: readonly (GoalRating & { readonly goalId: GoalId })[]
): Promise<void> {
	if (ratings.length === 0) return;
	await tx.insert(goalRatings).values(ratings.map((rating) => ({ boardId, ...rating, recordedAt: now })));
}

/** The case's goals with their ratings, those that are followed first, then in the order they were set. */
export async function listGoalsOfCase(
	{ tx, boardId, cipher }: SealedScope,
	caseId: CaseId
): Promise<readonly Goal[]> {
	const { open } = await cipher();
	const rows = await tx
		.select()
		.from(caseGoals)
		.where(and(eq(caseGoals.boardId, boardId), eq(caseGoals.caseId, caseId)))
		.orderBy(asc(caseGoals.setOn), asc(caseGoals.id));
	const ratings = await listRatings(
		{ tx, boardId },
		rows.map(({ id }) => id)
	);
	const goals = rows.map(({ id, goal, measure, levels, setOn, endedOn }) => {
		const lines = open('case_goals.levels', id, levels).split('\n');
		return {
			id,
			caseId,
			goal: open('case_goals.goal', id, goal),
			measure: open('case_goals.measure', id, measure),
			levels: goalLevels.map((level) => lines[level - 1] || null),
			setOn,
			endedOn,
			ratings: ratings.get(id) ?? []
		};
	});
	return [
		...goals.filter(({ endedOn }) => endedOn === null),
		...goals.filter(({ endedOn }) => endedOn !== null)
	];
}

async function listRatings(
	{ tx, boardId }: Scope,
	goalIds: readonly GoalId[]
): Promise<ReadonlyMap<GoalId, readonly GoalRating[]>> {
	if (goalIds.length === 0) return new Map();
	const rows = await tx
		.select({
			goalId: goalRatings.goalId,
			id: goalRatings.id,
			ratedOn: goalRatings.ratedOn,
			judge: goalRatings.judge,
			level: goalRatings.level
		})
		.from(goalRatings)
		.where(and(eq(goalRatings.boardId, boardId), inArray(goalRatings.goalId, [...goalIds])))
		.orderBy(asc(goalRatings.recordedAt), asc(goalRatings.ratedOn));
	const grouped = Map.groupBy(rows, ({ goalId }) => goalId);
	return new Map([...grouped].map(([id, list]) => [id, list.map(({ goalId: _goal, ...rating }) => rating)]));
}

/** The case that a goal belongs to, or null. */
export async function findCaseOfGoal({ tx, boardId }: Scope, id: GoalId): Promise<CaseId | null> {
	const rows = await tx
		.select({ caseId: caseGoals.caseId })
		.from(caseGoals)
		.where(and(eq(caseGoals.boardId, boardId), eq(caseGoals.id, id)));
	return rows[0]?.caseId ?? null;
}

/** False when it is ended already, or is not there. */
export async function updateGoalEnded(
	{ tx, boardId }: Scope,
	id: GoalId,
	endedOn: LocalDate
): Promise<boolean> {
	const rows = await tx
		.update(caseGoals)
		.set({ endedOn })
		.where(and(eq(caseGoals.boardId, boardId), eq(caseGoals.id, id), isNull(caseGoals.endedOn)))
		.returning({ id: caseGoals.id });
	return rows.length === 1;
}

/** Clients' goals and the levels they have been judged to be at. A level is added, never changed. */
import { sql } from 'drizzle-orm';
import {
	check,
	date,
	foreignKey,
	index,
	pgTable,
	primaryKey,
	smallint,
	text,
	timestamp,
	uuid
} from 'drizzle-orm/pg-core';
import type { Sealed } from '#lib/secrecy/sealed-columns.ts';
import { isSealed } from '#lib/secrecy/server/is-sealed.ts';
import type { CaseId, GoalId, GoalRatingId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { boardIdOfParent } from '#lib/shared/server/tables.ts';
import type { GoalJudge, GoalLevel } from '../goal.ts';
import { cases } from './tables.ts';

export const caseGoals = pgTable(
	'case_goals',
	{
		boardId: boardIdOfParent(),
		id: uuid().$type<GoalId>().notNull(),
		caseId: uuid('case_id').$type<CaseId>().notNull(),
		goal: text().$type<Sealed>().notNull(),
		measure: text().$type<Sealed>(),
		/** What the levels 1 to 5 mean, a line each. */
		levels: text().$type<Sealed>().notNull(),
		setOn: date('set_on').$type<LocalDate>().notNull(),
		endedOn: date('ended_on').$type<LocalDate>()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		index('case_goals_case').on(table.boardId, table.caseId),
		foreignKey({
			name: 'case_goals_case_fk',
			columns: [table.boardId, table.caseId],
			foreignColumns: [cases.boardId, cases.id]
		}),
		check('case_goals_days', sql`${table.endedOn} >= ${table.setOn}`),
		check('case_goals_goal_sealed', isSealed(table.goal)),
		check('case_goals_measure_sealed', isSealed(table.measure)),
		check('case_goals_levels_sealed', isSealed(table.levels))
	]
);

export const goalRatings = pgTable(
	'goal_ratings',
	{
		boardId: boardIdOfParent(),
		id: uuid().$type<GoalRatingId>().notNull(),
		goalId: uuid('goal_id').$type<GoalId>().notNull(),
		ratedOn: date('rated_on').$type<LocalDate>().notNull(),
		judge: text().$type<GoalJudge>().notNull(),
		level: smallint().$type<GoalLevel>().notNull(),
		/** Of two for the same day the later one stands for both. */
		recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		index('goal_ratings_goal').on(table.boardId, table.goalId),
		foreignKey({
			name: 'goal_ratings_goal_fk',
			columns: [table.boardId, table.goalId],
			foreignColumns: [caseGoals.boardId, caseGoals.id]
		}),
		check('goal_ratings_level', sql`${table.level} between 1 and 5`),
		check('goal_ratings_judge', sql`${table.judge} in ('client', 'child', 'parent', 'relative', 'staff')`)
	]
);

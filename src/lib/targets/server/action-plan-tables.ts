/** Action plans that the board has asked providers for, and every step that has been taken with them. */
import { sql } from 'drizzle-orm';
import {
	check,
	date,
	foreignKey,
	index,
	jsonb,
	pgTable,
	primaryKey,
	smallint,
	text,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { providers } from '#lib/cases/server/tables.ts';
import type { ActionPlanId, ProviderId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { boardIdOfParent } from '#lib/shared/server/tables.ts';
import type { ActionPlanState, ActionPlanStep, PlanContent } from '../action-plan.ts';
import type { TargetLaw } from '../target.ts';

export const actionPlans = pgTable(
	'action_plans',
	{
		boardId: boardIdOfParent(),
		id: uuid().$type<ActionPlanId>().notNull(),
		providerId: uuid('provider_id').$type<ProviderId>().notNull(),
		year: smallint().notNull(),
		law: text().$type<TargetLaw>().notNull(),
		instrumentId: text('instrument_id').notNull(),
		item: text().notNull(),
		state: text().$type<ActionPlanState>().notNull(),
		askedOn: date('asked_on').$type<LocalDate>().notNull(),
		dueOn: date('due_on').$type<LocalDate>().notNull(),
		/** As far as the provider has written. What has been sent in is in the events. */
		draft: jsonb().$type<PlanContent>().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		// One at a time for each result.
		uniqueIndex('action_plans_open')
			.on(table.boardId, table.providerId, table.year, table.law, table.instrumentId, table.item)
			.where(sql`${table.state} not in ('closed', 'withdrawn')`),
		index('action_plans_provider').on(table.boardId, table.providerId),
		foreignKey({
			name: 'action_plans_provider_fk',
			columns: [table.boardId, table.providerId],
			foreignColumns: [providers.boardId, providers.id]
		}),
		check('action_plans_law', sql`${table.law} in ('sol', 'lss')`),
		check(
			'action_plans_state',
			sql`${table.state} in ('asked', 'sent', 'returned', 'accepted', 'closed', 'withdrawn')`
		)
	]
);

/** A trigger keeps them as they are written: the history of a plan is added to and never changed. */
export const actionPlanEvents = pgTable(
	'action_plan_events',
	{
		boardId: boardIdOfParent(),
		planId: uuid('plan_id').$type<ActionPlanId>().notNull(),
		seq: smallint().notNull(),
		happenedOn: date('happened_on').$type<LocalDate>().notNull(),
		/** Null when the program itself took the step. */
		takenBy: text('taken_by'),
		step: jsonb().$type<ActionPlanStep>().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.planId, table.seq] }),
		foreignKey({
			name: 'action_plan_events_plan_fk',
			columns: [table.boardId, table.planId],
			foreignColumns: [actionPlans.boardId, actionPlans.id]
		})
	]
);

/** Follow-up plans with their versions, the cases that follow them, and the occasions that gives. */
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
	unique,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import type { Occasion } from '#lib/cases/case.ts';
import { cases, interventions } from '#lib/cases/server/tables.ts';
import type { Respondent } from '#lib/instruments/instrument.ts';
import type { CaseId, CasePlanId, InterventionId, OccasionId, PlanId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { boardId, boardIdOfParent } from '#lib/shared/server/tables.ts';
import type { MissedReason, OccasionOutcome } from '../occasion.ts';
import type { Plan } from '../plan.ts';

export const followUpPlans = pgTable(
	'follow_up_plans',
	{
		boardId: boardId(),
		id: uuid().$type<PlanId>().notNull(),
		/** From when no more cases are started on it. */
		retiredOn: date('retired_on').$type<LocalDate>()
	},
	(table) => [primaryKey({ columns: [table.boardId, table.id] })]
);

/** A version never changes once it is published: cases that follow it go on doing so. */
export const followUpPlanVersions = pgTable(
	'follow_up_plan_versions',
	{
		boardId: boardIdOfParent(),
		planId: uuid('plan_id').$type<PlanId>().notNull(),
		version: smallint().notNull(),
		content: jsonb().$type<Plan>().notNull(),
		savedOn: date('saved_on').$type<LocalDate>().notNull(),
		publishedOn: date('published_on').$type<LocalDate>()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.planId, table.version] }),
		uniqueIndex('follow_up_plan_versions_draft')
			.on(table.boardId, table.planId)
			.where(sql`${table.publishedOn} is null`),
		foreignKey({
			name: 'follow_up_plan_versions_plan_fk',
			columns: [table.boardId, table.planId],
			foreignColumns: [followUpPlans.boardId, followUpPlans.id]
		}),
		check('follow_up_plan_versions_version', sql`${table.version} > 0`)
	]
);

export const casePlans = pgTable(
	'case_plans',
	{
		boardId: boardIdOfParent(),
		id: uuid().$type<CasePlanId>().notNull(),
		caseId: uuid('case_id').$type<CaseId>().notNull(),
		planId: uuid('plan_id').$type<PlanId>().notNull(),
		/** The version it follows now. Each occasion says which one it came from. */
		planVersion: smallint('plan_version').notNull(),
		/** The intervention whose days are counted from; null where the plan counts from the case's alone. */
		interventionId: uuid('intervention_id').$type<InterventionId>(),
		startedOn: date('started_on').$type<LocalDate>().notNull(),
		endedOn: date('ended_on').$type<LocalDate>()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		index('case_plans_case').on(table.boardId, table.caseId),
		index('case_plans_version').on(table.boardId, table.planId, table.planVersion),
		index('case_plans_intervention').on(table.boardId, table.interventionId),
		uniqueIndex('case_plans_once')
			.on(table.boardId, table.caseId, table.planId)
			.where(sql`${table.endedOn} is null`),
		foreignKey({
			name: 'case_plans_case_fk',
			columns: [table.boardId, table.caseId],
			foreignColumns: [cases.boardId, cases.id]
		}),
		foreignKey({
			name: 'case_plans_version_fk',
			columns: [table.boardId, table.planId, table.planVersion],
			foreignColumns: [
				followUpPlanVersions.boardId,
				followUpPlanVersions.planId,
				followUpPlanVersions.version
			]
		}),
		foreignKey({
			name: 'case_plans_intervention_fk',
			columns: [table.boardId, table.interventionId],
			foreignColumns: [interventions.boardId, interventions.id]
		}),
		check('case_plans_days', sql`${table.endedOn} >= ${table.startedOn}`)
	]
);

export const caseOccasions = pgTable(
	'case_occasions',
	{
		boardId: boardIdOfParent(),
		id: uuid().$type<OccasionId>().notNull(),
		casePlanId: uuid('case_plan_id').$type<CasePlanId>().notNull(),
		caseId: uuid('case_id').$type<CaseId>().notNull(),
		planVersion: smallint('plan_version').notNull(),
		/** Keys in the plan: what is asked of whom, and when. */
		line: text().notNull(),
		rule: text().notNull(),
		sequence: smallint().notNull(),
		phase: text().$type<Occasion>().notNull(),
		/** Null for what is measured outside the program. */
		instrumentId: text('instrument_id'),
		respondent: text().$type<Respondent>().notNull(),
		/** All three null while the day they are counted from is not known. */
		opensOn: date('opens_on').$type<LocalDate>(),
		dueOn: date('due_on').$type<LocalDate>(),
		closesOn: date('closes_on').$type<LocalDate>(),
		state: text().$type<OccasionOutcome['state']>().notNull(),
		/** When it was done or missed. */
		settledOn: date('settled_on').$type<LocalDate>(),
		missedReason: text('missed_reason').$type<MissedReason>()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		unique('case_occasions_key').on(table.boardId, table.casePlanId, table.line, table.rule, table.sequence),
		index('case_occasions_case').on(table.boardId, table.caseId),
		index('case_occasions_planned')
			.on(table.boardId, table.opensOn)
			.where(sql`${table.state} = 'planned'`),
		foreignKey({
			name: 'case_occasions_plan_fk',
			columns: [table.boardId, table.casePlanId],
			foreignColumns: [casePlans.boardId, casePlans.id]
		}),
		foreignKey({
			name: 'case_occasions_case_fk',
			columns: [table.boardId, table.caseId],
			foreignColumns: [cases.boardId, cases.id]
		}),
		check('case_occasions_sequence', sql`${table.sequence} > 0`),
		check('case_occasions_phase', sql`${table.phase} in ('before', 'during', 'after', 'follow-up')`),
		check('case_occasions_state', sql`${table.state} in ('planned', 'done', 'missed', 'lapsed')`),
		check(
			'case_occasions_days',
			sql`num_nonnulls(${table.opensOn}, ${table.dueOn}, ${table.closesOn}) in (0, 3)
				and ${table.opensOn} <= ${table.dueOn} and ${table.dueOn} <= ${table.closesOn}`
		),
		check(
			'case_occasions_settled',
			sql`(${table.state} in ('done', 'missed')) = (${table.settledOn} is not null)`
		),
		check('case_occasions_missed', sql`(${table.state} = 'missed') = (${table.missedReason} is not null)`),
		check(
			'case_occasions_reason',
			sql`${table.missedReason} in ('declined', 'not-reached', 'broken-off', 'taken-into-care', 'no-interpreter',
				'forgotten', 'deceased', 'moved')`
		)
	]
);

/**
 * The access log. A line is written once and sealed into its board's chain once; the database refuses every other change
 * (migration `sign_the_log`). No foreign keys: a line outlives what it is about.
 */
import { sql } from 'drizzle-orm';
import {
	bigint,
	check,
	date,
	foreignKey,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	smallint,
	text,
	timestamp,
	unique,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import type { Sealed } from '#lib/secrecy/sealed-columns.ts';
import { isSealed } from '#lib/secrecy/server/is-sealed.ts';
import type { CaseId, LogReviewId, ReviewedVisitId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { boardId, boardIdOfParent } from '#lib/shared/server/tables.ts';
import type { SubjectType } from '../audit-event.ts';
import { unsignedKeyId, type ChainFaultKind } from '../check-chain.ts';
import type { Judgement } from '../log-review.ts';
import type { Month } from '../review-month.ts';
import type { SampleReason } from '../review-rules.ts';
import type { WorkContext } from '../work-context.ts';

export const auditEvents = pgTable(
	'audit_events',
	{
		boardId: boardIdOfParent(),
		id: uuid().notNull(),
		happenedAt: timestamp('happened_at', { withTimezone: true }).notNull(),
		action: text().notNull(),
		/** Lines from before this was noted count as reads. */
		kind: text().$type<'read' | 'write'>().notNull().default('read'),
		subjectType: text('subject_type').$type<SubjectType>().notNull(),
		subjectId: uuid('subject_id'),
		actorKind: text('actor_kind').$type<'staff' | 'respondent' | 'system'>().notNull(),
		/** The staff member's id; a respondent and the system have none. */
		actorId: text('actor_id'),
		reason: text(),
		caseId: uuid('case_id').$type<CaseId>(),
		workContext: text('work_context').$type<WorkContext>().notNull().default('administration'),
		/** Which key signed the line, and the signature. Lines from before there was a key say so. */
		keyId: text('key_id').notNull().default(unsignedKeyId),
		mac: text().notNull().default(''),
		/** Its number in the board's chain, from 1, and the seal over it and the line before; null until sealed. */
		seq: bigint({ mode: 'number' }),
		sealKeyId: text('seal_key_id'),
		seal: text()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		// Only lines that have a number: those that wait have none, and are written at a respondent's expense.
		uniqueIndex('audit_events_seq_key')
			.on(table.boardId, table.seq)
			.where(sql`${table.seq} is not null`),
		// "Who has read about me" and the monthly log review.
		index('audit_events_case').on(table.boardId, table.caseId, table.happenedAt),
		index('audit_events_time').on(table.boardId, table.happenedAt),
		index('audit_events_unsealed')
			.on(table.boardId, table.happenedAt, table.id)
			.where(sql`${table.seq} is null`),
		check('audit_events_kind', sql`${table.kind} in ('read', 'write')`),
		check('audit_events_actor', sql`(${table.actorKind} = 'staff') = (${table.actorId} is not null)`),
		check('audit_events_sealed', sql`(${table.seq} is null) = (${table.seal} is null)`),
		check('audit_events_seal_key', sql`(${table.seq} is null) = (${table.sealKeyId} is null)`),
		check('audit_events_seq', sql`${table.seq} > 0`)
	]
);

/** What the newest nightly check of a board's whole log said, signed as the log itself is. */
export const logVerdicts = pgTable(
	'log_verdicts',
	{
		boardId: boardId().primaryKey(),
		day: date().$type<LocalDate>().notNull(),
		verifiedAt: timestamp('verified_at', { withTimezone: true }).notNull(),
		lineCount: bigint('line_count', { mode: 'number' }).notNull(),
		/** The number that the newest anchor named; null when there was none. */
		anchoredTo: bigint('anchored_to', { mode: 'number' }),
		/** Null when the log was whole. */
		faultKind: text('fault_kind').$type<ChainFaultKind>(),
		/** Null also for a line that was not in the chain yet. */
		faultSeq: bigint('fault_seq', { mode: 'number' }),
		keyId: text('key_id').notNull(),
		mac: text().notNull()
	},
	(table) => [
		check('log_verdicts_lines', sql`${table.lineCount} >= 0`),
		check('log_verdicts_fault', sql`${table.faultSeq} is null or ${table.faultKind} is not null`)
	]
);

/** A month's log review: one per board and month, drawn once and signed once. */
export const logReviews = pgTable(
	'log_reviews',
	{
		boardId: boardId(),
		id: uuid().$type<LogReviewId>().notNull(),
		month: text().$type<Month>().notNull(),
		/** What the sample was drawn from, so that it can be drawn again. */
		seed: text().notNull(),
		drawnOn: date('drawn_on').$type<LocalDate>().notNull(),
		visitCount: integer('visit_count').notNull(),
		/** Whose it is to do; null while nobody holds the role. As the access log names them: the line outlives the account. */
		assignedTo: text('assigned_to'),
		signedBy: text('signed_by'),
		signedOn: date('signed_on').$type<LocalDate>(),
		chainSeq: bigint('chain_seq', { mode: 'number' }),
		chainSeal: text('chain_seal'),
		/** What was wrong with the chain when it was signed; null when nothing was. */
		chainFault: text('chain_fault')
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		unique('log_reviews_month_key').on(table.boardId, table.month),
		check('log_reviews_month', sql`${table.month} ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`),
		check('log_reviews_signed', sql`(${table.signedBy} is null) = (${table.signedOn} is null)`)
	]
);

/** The visits that were drawn, and what the reviewer thought of them. No foreign key to the case: they outlive it. */
export const logReviewVisits = pgTable(
	'log_review_visits',
	{
		boardId: boardIdOfParent(),
		id: uuid().$type<ReviewedVisitId>().notNull(),
		reviewId: uuid('review_id').$type<LogReviewId>().notNull(),
		/** The order it was drawn in, from 1. */
		position: smallint().notNull(),
		actorId: text('actor_id').notNull(),
		caseId: uuid('case_id').$type<CaseId>(),
		day: date().$type<LocalDate>().notNull(),
		firstAt: timestamp('first_at', { withTimezone: true }).notNull(),
		lastAt: timestamp('last_at', { withTimezone: true }).notNull(),
		reads: integer().notNull(),
		writes: integer().notNull(),
		actions: jsonb().$type<readonly string[]>().notNull(),
		reasons: jsonb().$type<readonly SampleReason[]>().notNull(),
		judgement: text().$type<Judgement>(),
		/** Written freely. */
		note: text().$type<Sealed>(),
		judgedBy: text('judged_by'),
		judgedOn: date('judged_on').$type<LocalDate>()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		unique('log_review_visits_position_key').on(table.boardId, table.reviewId, table.position),
		foreignKey({
			name: 'log_review_visits_review_fk',
			columns: [table.boardId, table.reviewId],
			foreignColumns: [logReviews.boardId, logReviews.id]
		}),
		check('log_review_visits_judgement', sql`${table.judgement} in ('in-order', 'follow-up')`),
		check(
			'log_review_visits_judged',
			sql`num_nonnulls(${table.judgement}, ${table.judgedBy}, ${table.judgedOn}) in (0, 3)`
		),
		// What somebody has to look into, they must have said why.
		check(
			'log_review_visits_follow_up',
			sql`${table.judgement} is distinct from 'follow-up' or ${table.note} is not null`
		),
		check('log_review_visits_note_sealed', isSealed(table.note))
	]
);

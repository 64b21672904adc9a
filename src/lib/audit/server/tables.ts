/**
 * The access log. A line is written once and sealed into its board's chain once; the database refuses every other change
 * (migration `sign_the_log`). No foreign keys: a line outlives what it is about.
 */
import { sql } from 'drizzle-orm';
import {
	bigint,
	check,
	index,
	pgTable,
	primaryKey,
	text,
	timestamp,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import type { CaseId } from '#lib/shared/ids.ts';
import { boardIdOfParent } from '#lib/shared/server/tables.ts';
import type { SubjectType } from '../audit-event.ts';
import { unsignedKeyId } from '../check-chain.ts';
import type { WorkContext } from '../work-context.ts';

export const auditEvents = pgTable(
	'audit_events',
	{
		boardId: boardIdOfParent(),
		id: uuid().notNull(),
		happenedAt: timestamp('happened_at', { withTimezone: true }).notNull(),
		action: text().notNull(),
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
		unique('audit_events_seq_key').on(table.boardId, table.seq),
		index('audit_events_subject').on(table.boardId, table.subjectId),
		// "Who has read about me" and the monthly log review.
		index('audit_events_case').on(table.boardId, table.caseId, table.happenedAt),
		index('audit_events_time').on(table.boardId, table.happenedAt),
		index('audit_events_unsealed')
			.on(table.boardId, table.happenedAt, table.id)
			.where(sql`${table.seq} is null`),
		check('audit_events_actor', sql`(${table.actorKind} = 'staff') = (${table.actorId} is not null)`),
		check('audit_events_sealed', sql`(${table.seq} is null) = (${table.seal} is null)`),
		check('audit_events_seal_key', sql`(${table.seq} is null) = (${table.sealKeyId} is null)`),
		check('audit_events_seq', sql`${table.seq} > 0`)
	]
);

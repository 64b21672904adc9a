/**
 * The access log. Only added to; nothing in the program changes or removes a row. No foreign keys: a line outlives what
 * it is about.
 */
import { sql } from 'drizzle-orm';
import { check, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { boardIdOfParent } from '#lib/shared/server/tables.ts';
import type { SubjectType } from '../audit-event.ts';

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
		reason: text()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		// "Who has seen my data" and the monthly log review.
		index('audit_events_subject').on(table.boardId, table.subjectId),
		index('audit_events_time').on(table.boardId, table.happenedAt),
		check('audit_events_actor', sql`(${table.actorKind} = 'staff') = (${table.actorId} is not null)`)
	]
);

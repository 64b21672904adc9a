/** What groups have concluded from reports: every saving is a row of its own, so that what was thought before is kept. */
import { check, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Sealed } from '#lib/secrecy/sealed-columns.ts';
import { isSealed } from '#lib/secrecy/server/is-sealed.ts';
import type { ConclusionId } from '#lib/shared/ids.ts';
import { boardId } from '#lib/shared/server/tables.ts';

export const reportConclusions = pgTable(
	'report_conclusions',
	{
		boardId: boardId(),
		id: uuid().$type<ConclusionId>().notNull(),
		/** Which of the ready questions. */
		report: text().notNull(),
		/** Whose figures: the board's, or the units', by id. */
		scope: text().notNull(),
		/** The report's filter and the five texts as JSON, sealed: groups write freely, and interventions have names. */
		content: text().$type<Sealed>().notNull(),
		writtenAt: timestamp('written_at', { withTimezone: true }).notNull(),
		/** As the access log names them. Not a foreign key: the line outlives the account. */
		writtenBy: text('written_by').notNull()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		index('report_conclusions_report').on(table.boardId, table.report, table.scope),
		check('report_conclusions_content_sealed', isSealed(table.content))
	]
);

/** The board's impact assessments (GDPR art. 35). What people are told lies beside the surveys, which point at it and it at them. */
import { sql } from 'drizzle-orm';
import { check, date, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { boardId } from '#lib/shared/server/tables.ts';
import type { AssessmentReference } from '../assessment.ts';

/** Where the board's impact assessment (konsekvensbedömning, GDPR art. 35) is found; a renewed one is another version. */
export const assessmentReferences = pgTable(
	'assessment_references',
	{
		boardId: boardId(),
		version: integer().notNull(),
		reference: text().$type<AssessmentReference['reference']>().notNull(),
		decidedOn: date('decided_on').$type<LocalDate>().notNull(),
		owner: text().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.version] }),
		check('assessment_references_version', sql`${table.version} > 0`)
	]
);

/** What work in a case has cost in time and keys. By whom is not stored. */
import { sql } from 'drizzle-orm';
import {
	check,
	date,
	foreignKey,
	index,
	integer,
	pgTable,
	primaryKey,
	text,
	uuid
} from 'drizzle-orm/pg-core';
import type { CaseId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { boardIdOfParent } from '#lib/shared/server/tables.ts';
import type { EffortKind } from '../effort.ts';
import { cases } from './tables.ts';

export const workEfforts = pgTable(
	'work_efforts',
	{
		boardId: boardIdOfParent(),
		id: uuid().notNull(),
		caseId: uuid('case_id').$type<CaseId>().notNull(),
		kind: text().$type<EffortKind>().notNull(),
		instrumentId: text('instrument_id'),
		seconds: integer().notNull(),
		keystrokes: integer(),
		recordedOn: date('recorded_on').$type<LocalDate>().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		index('work_efforts_case').on(table.boardId, table.caseId),
		foreignKey({
			name: 'work_efforts_case_fk',
			columns: [table.boardId, table.caseId],
			foreignColumns: [cases.boardId, cases.id]
		}),
		check('work_efforts_kind', sql`${table.kind} in ('case-opening', 'paper', 'interview')`),
		check('work_efforts_seconds', sql`${table.seconds} between 1 and 28800`),
		check('work_efforts_keystrokes', sql`${table.keystrokes} between 0 and 20000`)
	]
);

/** What the board has decided that providers should reach. A new decision is a new row; old ones stay readable. */
import { sql } from 'drizzle-orm';
import { check, date, integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { boardId } from '#lib/shared/server/tables.ts';
import type { Comparison, TargetLaw } from '../target.ts';

export const targets = pgTable(
	'targets',
	{
		boardId: boardId(),
		year: smallint().notNull(),
		law: text().$type<TargetLaw>().notNull(),
		instrumentId: text('instrument_id').notNull(),
		item: text().notNull(),
		decidedOn: date('decided_on').$type<LocalDate>().notNull(),
		goal: text().notNull(),
		/** Thousandths of a point: 2,60 is 2600, exactly. */
		thousandths: integer().notNull(),
		comparison: text().$type<Comparison>().notNull(),
		decisionReference: text('decision_reference').notNull()
	},
	(table) => [
		primaryKey({
			columns: [table.boardId, table.year, table.law, table.instrumentId, table.item, table.decidedOn]
		}),
		check('targets_year', sql`${table.year} between 1990 and 2100`),
		check('targets_law', sql`${table.law} in ('sol', 'lss')`),
		check('targets_comparison', sql`${table.comparison} in ('unrounded', 'rounded-2')`)
	]
);

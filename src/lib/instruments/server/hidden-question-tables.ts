/** Which questions of an own form are not asked: in one unit, or in the whole board. */
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { units } from '#lib/access/server/unit-tables.ts';
import type { HiddenQuestionsId, UnitId } from '#lib/shared/ids.ts';
import { boardId } from '#lib/shared/server/tables.ts';

export const hiddenQuestions = pgTable(
	'hidden_questions',
	{
		boardId: boardId(),
		id: uuid().$type<HiddenQuestionsId>().notNull(),
		/** Null: in every unit that has not chosen for itself. */
		unitId: uuid('unit_id').$type<UnitId>(),
		instrumentId: text('instrument_id').notNull(),
		questions: jsonb().$type<readonly string[]>().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		unique('hidden_questions_key').on(table.boardId, table.unitId, table.instrumentId).nullsNotDistinct(),
		foreignKey({
			name: 'hidden_questions_unit_fk',
			columns: [table.boardId, table.unitId],
			foreignColumns: [units.boardId, units.id]
		}),
		index('hidden_questions_unit').on(table.boardId, table.unitId),
		check('hidden_questions_list', sql`jsonb_typeof(${table.questions}) = 'array'`)
	]
);

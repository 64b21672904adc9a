/** The units of a board. Apart from the assignments, because cases belong to a unit and assignments to providers too. */
import { pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { UnitId } from '#lib/shared/ids.ts';
import { boardId } from '#lib/shared/server/tables.ts';

export const units = pgTable(
	'units',
	{
		boardId: boardId(),
		id: uuid().$type<UnitId>().notNull(),
		name: text().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		unique('units_name_key').on(table.boardId, table.name)
	]
);

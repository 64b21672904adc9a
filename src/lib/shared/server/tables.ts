/** The board (nämnd): the tenant. Its id leads every key and index of every other table. */
import { sql } from 'drizzle-orm';
import { check, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { BoardId } from '#lib/shared/ids.ts';

export const boards = pgTable(
	'boards',
	{
		id: uuid().$type<BoardId>().primaryKey(),
		/** Short, in addresses: `/s/<code>/…`. Never changes, since links have been sent with it. */
		code: text().notNull(),
		name: text().notNull()
	},
	(table) => [
		unique('boards_code_key').on(table.code),
		check('boards_code_form', sql`${table.code} ~ '^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$'`)
	]
);

/** The column that every other table starts with, for tables that stand on the board alone. */
export function boardId() {
	return boardIdOfParent().references(() => boards.id);
}

/**
 * The same column where another foreign key already leads to a row of the same board. A second one, straight to the
 * board, would make all submissions lock one and the same row.
 */
export function boardIdOfParent() {
	return uuid('board_id').$type<BoardId>().notNull();
}

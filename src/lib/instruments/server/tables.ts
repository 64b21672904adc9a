/** Permits to give an instrument electronically, and the wording that came with them. */
import { date, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { PermitId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { boardId } from '#lib/shared/server/tables.ts';
import type { Wording } from '../wording.ts';

export const instrumentPermits = pgTable(
	'instrument_permits',
	{
		boardId: boardId(),
		id: uuid().$type<PermitId>().notNull(),
		instrumentId: text('instrument_id').notNull(),
		instrumentVersion: text('instrument_version').notNull(),
		holder: text().notNull(),
		grantedOn: date('granted_on').$type<LocalDate>().notNull(),
		reference: text().notNull(),
		/** The texts, by question. Null until they are registered. */
		wording: jsonb().$type<Wording>()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		unique('instrument_permits_instrument_key').on(table.boardId, table.instrumentId, table.instrumentVersion)
	]
);

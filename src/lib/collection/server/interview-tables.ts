/** What is kept of an interview besides its administration: where it stands, who helps, and what staff have noted. */
import { sql } from 'drizzle-orm';
import { check, foreignKey, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { Sealed } from '#lib/secrecy/sealed-columns.ts';
import { isSealed } from '#lib/secrecy/server/is-sealed.ts';
import type { AdministrationId, InterviewId } from '#lib/shared/ids.ts';
import { boardIdOfParent } from '#lib/shared/server/tables.ts';
import type { Help } from '../administration.ts';
import { administrations } from './tables.ts';

export const interviews = pgTable(
	'interviews',
	{
		boardId: boardIdOfParent(),
		id: uuid().$type<InterviewId>().notNull(),
		administrationId: uuid('administration_id').$type<AdministrationId>().notNull(),
		/** Asked once, before the first question. */
		help: text().$type<Help>().notNull(),
		/** The step that is asked now, so that it can go on from any machine. */
		place: text().notNull(),
		/** Counts what has been kept: whoever saves says which one they have seen. */
		version: integer().notNull(),
		/** The save that made the version: the same one sent twice is one. */
		lastSave: uuid('last_save').notNull(),
		/** Marks and staff's notes by step, as JSON, sealed. The notes stay when the answers have been sent. */
		notes: text().$type<Sealed>().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		unique('interviews_administration_key').on(table.boardId, table.administrationId),
		foreignKey({
			name: 'interviews_administration_fk',
			columns: [table.boardId, table.administrationId],
			foreignColumns: [administrations.boardId, administrations.id]
		}),
		check('interviews_version', sql`${table.version} > 0`),
		check(
			'interviews_help',
			sql`${table.help} in ('self', 'aids', 'interpreter', 'relative', 'legal-representative', 'staff', 'question-assistant')`
		),
		check('interviews_notes_sealed', isSealed(table.notes))
	]
);

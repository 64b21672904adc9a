/** The board's own pictures for the questions that it asks, and where each is shown. */
import { sql } from 'drizzle-orm';
import {
	check,
	customType,
	date,
	foreignKey,
	index,
	pgTable,
	primaryKey,
	smallint,
	text
} from 'drizzle-orm/pg-core';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { boardId, boardIdOfParent } from '#lib/shared/server/tables.ts';
import type { MediaType } from '../picture-file.ts';

const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** Each picture once, however many places it is shown in. */
export const pictures = pgTable(
	'pictures',
	{
		boardId: boardId(),
		/** SHA-256 of the content. */
		hash: text().notNull(),
		mediaType: text('media_type').$type<MediaType>().notNull(),
		width: smallint().notNull(),
		height: smallint().notNull(),
		content: bytes().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.hash] }),
		check('pictures_hash', sql`${table.hash} = encode(sha256(${table.content}), 'hex')`),
		check('pictures_media_type', sql`${table.mediaType} in ('image/png', 'image/jpeg', 'image/webp')`),
		check('pictures_size', sql`octet_length(${table.content}) between 1 and 102400`),
		check('pictures_sides', sql`${table.width} between 1 and 1024 and ${table.height} between 1 and 1024`)
	]
);

export const picturePlaces = pgTable(
	'picture_places',
	{
		boardId: boardIdOfParent(),
		instrumentId: text('instrument_id').notNull(),
		question: text().notNull(),
		/** The option's code as a form sends it; empty for the question's own picture. */
		option: text().notNull(),
		hash: text().notNull(),
		/** Who owns the picture. */
		holder: text().notNull(),
		/** By what licence or agreement it is used. */
		licence: text().notNull(),
		/** What the owner of the form's words has agreed to; null where nobody has to be asked. */
		permission: text(),
		addedOn: date('added_on').$type<LocalDate>().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.instrumentId, table.question, table.option] }),
		index('picture_places_picture').on(table.boardId, table.hash),
		foreignKey({
			name: 'picture_places_picture_fk',
			columns: [table.boardId, table.hash],
			foreignColumns: [pictures.boardId, pictures.hash]
		}),
		check('picture_places_rights', sql`${table.holder} <> '' and ${table.licence} <> ''`)
	]
);

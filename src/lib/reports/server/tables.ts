/** What the board has published, as it was shown, and the record of how each figure was made. */
import { sql } from 'drizzle-orm';
import {
	check,
	date,
	foreignKey,
	jsonb,
	pgTable,
	primaryKey,
	smallint,
	text,
	unique,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import type { FigureDefinition, PublishedCut } from '#lib/targets/figure.ts';
import type { PublicationId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { boardId, boardIdOfParent } from '#lib/shared/server/tables.ts';
import type { EndedBecause, FigureResult, Snapshot } from '../publication.ts';

/** A trigger keeps the picture and its hash as they were published; only its end is added. */
export const publications = pgTable(
	'publications',
	{
		boardId: boardId(),
		id: uuid().$type<PublicationId>().notNull(),
		year: smallint().notNull(),
		version: smallint().notNull(),
		publishedOn: date('published_on').$type<LocalDate>().notNull(),
		publishedBy: text('published_by').notNull(),
		decidedOn: date('decided_on').$type<LocalDate>().notNull(),
		decisionReference: text('decision_reference').notNull(),
		snapshot: jsonb().$type<Snapshot>().notNull(),
		/** Which groups the shown figures are about: what the next publication is held against. */
		cuts: jsonb().$type<readonly PublishedCut[]>().notNull(),
		/** SHA-256 of the picture. */
		hash: text().notNull(),
		endedOn: date('ended_on').$type<LocalDate>(),
		endedBy: text('ended_by'),
		endedBecause: text('ended_because').$type<EndedBecause>(),
		endedComment: text('ended_comment')
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		unique('publications_version_key').on(table.boardId, table.year, table.version),
		// One at a time for each year.
		uniqueIndex('publications_current')
			.on(table.boardId, table.year)
			.where(sql`${table.endedOn} is null`),
		check('publications_ended_because', sql`${table.endedBecause} in ('replaced', 'withdrawn')`),
		check('publications_ended', sql`(${table.endedOn} is null) = (${table.endedBecause} is null)`)
	]
);

/** Provenance: a trigger keeps it as it was written. */
export const publishedFigures = pgTable(
	'published_figures',
	{
		boardId: boardIdOfParent(),
		publicationId: uuid('publication_id').$type<PublicationId>().notNull(),
		number: smallint().notNull(),
		definition: jsonb().$type<FigureDefinition>().notNull(),
		result: jsonb().$type<FigureResult>().notNull(),
		/** SHA-256 of definition and result. */
		hash: text().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.publicationId, table.number] }),
		foreignKey({
			name: 'published_figures_publication_fk',
			columns: [table.boardId, table.publicationId],
			foreignColumns: [publications.boardId, publications.id]
		})
	]
);

/** What people are told before they answer (GDPR art. 13), version by version, and the board's impact assessments. */
import { sql } from 'drizzle-orm';
import { check, date, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { InformationId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { boardId } from '#lib/shared/server/tables.ts';
import type { AssessmentReference } from '../assessment.ts';
import type { InformationDraft, InformationSubject } from '../information.ts';

/**
 * Versions are added, never changed: what somebody was shown can be read later (a trigger holds it). The row without a
 * version is the draft of the next one. Nothing here is touched when somebody answers: a counter would tell when.
 */
export const informationTexts = pgTable(
	'information_texts',
	{
		boardId: boardId(),
		id: uuid().$type<InformationId>().notNull(),
		subject: text().$type<InformationSubject>().notNull(),
		/** 1, 2, 3 …; null for the draft. */
		version: integer(),
		publishedOn: date('published_on').$type<LocalDate>(),
		/** By language; whole in all of them once published. */
		content: jsonb().$type<InformationDraft>().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		unique('information_texts_version_key')
			.on(table.boardId, table.subject, table.version)
			.nullsNotDistinct(),
		check('information_texts_subject', sql`${table.subject} in ('cases', 'surveys')`),
		check('information_texts_version', sql`${table.version} > 0`),
		check('information_texts_published', sql`(${table.version} is null) = (${table.publishedOn} is null)`)
	]
);

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

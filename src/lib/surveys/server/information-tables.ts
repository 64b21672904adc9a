/** What people are told before they answer (GDPR art. 13), version by version. */
import { sql } from 'drizzle-orm';
import {
	check,
	date,
	foreignKey,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import type { InformationId, SurveyId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { boardId, boardIdOfParent } from '#lib/shared/server/tables.ts';
import type { AssessmentReference } from '../assessment.ts';
import type { InformationByLanguage } from '../information.ts';
import { surveys } from './tables.ts';

/** A version of the text about a survey. Versions are added, never changed: what somebody was shown can be read later. */
export const informationTexts = pgTable(
	'information_texts',
	{
		boardId: boardId(),
		id: uuid().$type<InformationId>().notNull(),
		/** Null: about the links that are sent in cases. */
		surveyId: uuid('survey_id').$type<SurveyId>(),
		/** 1, 2, 3 … */
		version: integer().notNull(),
		publishedOn: date('published_on').$type<LocalDate>().notNull(),
		content: jsonb().$type<InformationByLanguage>().notNull(),
		/** How many have answered a survey after this version: a number only, no row per answer. */
		answers: integer().notNull().default(0)
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		unique('information_texts_version_key')
			.on(table.boardId, table.surveyId, table.version)
			.nullsNotDistinct(),
		foreignKey({
			name: 'information_texts_survey_fk',
			columns: [table.boardId, table.surveyId],
			foreignColumns: [surveys.boardId, surveys.id]
		}),
		check('information_texts_version', sql`${table.version} > 0`),
		check('information_texts_answers', sql`${table.answers} >= 0`)
	]
);

/** Where the impact assessment (konsekvensbedömning, GDPR art. 35) of a survey with sensitive questions is found. */
export const assessmentReferences = pgTable(
	'assessment_references',
	{
		boardId: boardIdOfParent(),
		surveyId: uuid('survey_id').$type<SurveyId>().notNull(),
		reference: text().$type<AssessmentReference['reference']>().notNull(),
		decidedOn: date('decided_on').$type<LocalDate>().notNull(),
		owner: text().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.surveyId] }),
		foreignKey({
			name: 'assessment_references_survey_fk',
			columns: [table.boardId, table.surveyId],
			foreignColumns: [surveys.boardId, surveys.id]
		})
	]
);

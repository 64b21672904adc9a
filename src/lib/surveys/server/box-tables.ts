/**
 * Boxes that anonymous answers wait in, sealed, until a box is emptied all at once: `sealed_answers` has the order in which
 * people answered and nothing that can be read; `anonymous_responses` has the answers and no order. The key that leads
 * from the one to the other lies outside the database and is destroyed when the box is emptied (docs/anonymity.md).
 */
import { sql } from 'drizzle-orm';
import {
	check,
	date,
	foreignKey,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import type { AnswerBoxId, ProviderId, ResponseId, SurveyId } from '#lib/shared/ids.ts';
import type { LocalDate, Quarter } from '#lib/shared/local-date.ts';
import { boardIdOfParent } from '#lib/shared/server/tables.ts';
import type { BoxState, LanguageCounts } from '../answer-box.ts';
import { surveys } from './tables.ts';

/** A survey has one open box at a time; emptied ones tell what came of them. */
export const answerBoxes = pgTable(
	'answer_boxes',
	{
		boardId: boardIdOfParent(),
		id: uuid().$type<AnswerBoxId>().notNull(),
		surveyId: uuid('survey_id').$type<SurveyId>().notNull(),
		/** The quarter that the answers in it are counted to. */
		quarter: text().$type<Quarter>().notNull(),
		state: text().$type<BoxState>().notNull(),
		publicKey: text('public_key').notNull(),
		/** Bytes that every answer is padded to. */
		size: integer().notNull(),
		emptiedOn: date('emptied_on').$type<LocalDate>(),
		/** Answers that were taken out; together, whichever provider they are about. Null until then. */
		takenOut: integer('taken_out'),
		/** Answers that were not, since they were too few about their provider, in a survey that had closed. */
		tooFew: integer('too_few'),
		/** Answers that could not be read, or did not fit the questions. */
		unreadable: integer(),
		/** Languages that at least the smallest group answered in. */
		languages: jsonb().$type<LanguageCounts>()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		index('answer_boxes_survey').on(table.boardId, table.surveyId),
		uniqueIndex('answer_boxes_open')
			.on(table.boardId, table.surveyId)
			.where(sql`${table.state} = 'open'`),
		foreignKey({
			name: 'answer_boxes_survey_fk',
			columns: [table.boardId, table.surveyId],
			foreignColumns: [surveys.boardId, surveys.id]
		}),
		check('answer_boxes_state', sql`${table.state} in ('open', 'lost', 'emptied')`),
		check('answer_boxes_emptied', sql`(${table.state} = 'emptied') = (${table.emptiedOn} is not null)`),
		check('answer_boxes_counts', sql`(${table.state} = 'emptied') = (${table.takenOut} is not null)`),
		check('answer_boxes_quarter', sql`${table.quarter} ~ '^[0-9]{4}-Q[1-4]$'`)
	]
);

/** What has been put in a box. Points at the box alone: a row more locked for each answer would tell more of it. */
export const sealedAnswers = pgTable(
	'sealed_answers',
	{
		boardId: boardIdOfParent(),
		/** Random (uuid version 4), made in the respondent's page: sending twice is the same answer. It stays behind here. */
		id: uuid().$type<ResponseId>().notNull(),
		boxId: uuid('box_id').$type<AnswerBoxId>().notNull(),
		/** Whom it is about: counts are shown in steps, and the answers of few are not taken out alone. */
		providerId: uuid('provider_id').$type<ProviderId>().notNull(),
		/** Base64url; all of a box are as long. */
		sealed: text().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		index('sealed_answers_box').on(table.boardId, table.boxId, table.providerId),
		foreignKey({
			name: 'sealed_answers_box_fk',
			columns: [table.boardId, table.boxId],
			foreignColumns: [answerBoxes.boardId, answerBoxes.id]
		}),
		check('sealed_answers_random_id', sql`substring(${table.id}::text from 15 for 1) = '4'`)
	]
);

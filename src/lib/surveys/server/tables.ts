/**
 * Surveys whose answers belong to no person. `anonymous_responses` has no time finer than a quarter, no running number,
 * no address and no way to any person's row; a structure test says so.
 */
import { sql } from 'drizzle-orm';
import {
	check,
	date,
	foreignKey,
	index,
	jsonb,
	pgTable,
	primaryKey,
	text,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import { providers } from '#lib/cases/server/tables.ts';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import type { Sealed } from '#lib/secrecy/sealed-columns.ts';
import { isSealed } from '#lib/secrecy/server/is-sealed.ts';
import type { InformationId, ProviderId, ResponseId, SurveyId, SurveyLinkId } from '#lib/shared/ids.ts';
import type { LocalDate, Quarter } from '#lib/shared/local-date.ts';
import { boardId, boardIdOfParent } from '#lib/shared/server/tables.ts';
import type { Purpose, Survey } from '../survey.ts';
import { informationTexts } from './information-tables.ts';

export const surveys = pgTable(
	'surveys',
	{
		boardId: boardId(),
		id: uuid().$type<SurveyId>().notNull(),
		title: text().notNull(),
		purpose: text().$type<Purpose>().notNull(),
		anonymity: text().$type<Survey['anonymity']>().notNull(),
		instrumentId: text('instrument_id').notNull(),
		instrumentVersion: text('instrument_version').notNull(),
		opensOn: date('opens_on').$type<LocalDate>().notNull(),
		closesOn: date('closes_on').$type<LocalDate>().notNull(),
		/** What everybody who answers is told, fixed when the survey is opened; null on those older than the texts. */
		informationId: uuid('information_id').$type<InformationId>()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		index('surveys_information').on(table.boardId, table.informationId),
		foreignKey({
			name: 'surveys_information_fk',
			columns: [table.boardId, table.informationId],
			foreignColumns: [informationTexts.boardId, informationTexts.id]
		}),
		check('surveys_purpose', sql`${table.purpose} in ('follow-up', 'anonymous-survey')`),
		check('surveys_anonymity', sql`${table.anonymity} in ('open-anonymous')`),
		check('surveys_days', sql`${table.closesOn} >= ${table.opensOn}`)
	]
);

/** One shared link per provider: whoever has it can answer. It knows nobody and counts nothing. */
export const surveyLinks = pgTable(
	'survey_links',
	{
		boardId: boardIdOfParent(),
		id: uuid().$type<SurveyLinkId>().notNull(),
		surveyId: uuid('survey_id').$type<SurveyId>().notNull(),
		providerId: uuid('provider_id').$type<ProviderId>().notNull(),
		tokenHash: text('token_hash').notNull()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		unique('survey_links_token_key').on(table.boardId, table.tokenHash),
		unique('survey_links_provider_key').on(table.boardId, table.surveyId, table.providerId),
		index('survey_links_provider').on(table.boardId, table.providerId),
		foreignKey({
			name: 'survey_links_survey_fk',
			columns: [table.boardId, table.surveyId],
			foreignColumns: [surveys.boardId, surveys.id]
		}),
		foreignKey({
			name: 'survey_links_provider_fk',
			columns: [table.boardId, table.providerId],
			foreignColumns: [providers.boardId, providers.id]
		}),
		check('survey_links_token_form', sql`${table.tokenHash} ~ '^[0-9a-f]{64}$'`)
	]
);

export const anonymousResponses = pgTable(
	'anonymous_responses',
	{
		boardId: boardIdOfParent(),
		/** Random (uuid version 4), made in the respondent's page: sending twice is the same response. */
		id: uuid().$type<ResponseId>().notNull(),
		surveyId: uuid('survey_id').$type<SurveyId>().notNull(),
		providerId: uuid('provider_id').$type<ProviderId>().notNull(),
		quarter: text().$type<Quarter>().notNull(),
		instrumentId: text('instrument_id').notNull(),
		instrumentVersion: text('instrument_version').notNull(),
		language: text().notNull(),
		/** Answers that can be counted: codes, never written text. */
		answers: jsonb().$type<Answers>().notNull(),
		/** What was written in words, as JSON, sealed: people write names. Null when nothing was. */
		writtenAnswers: text('written_answers').$type<Sealed>()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		index('anonymous_responses_survey').on(table.boardId, table.surveyId),
		index('anonymous_responses_provider').on(table.boardId, table.providerId),
		index('anonymous_responses_results').on(table.boardId, table.instrumentId, table.quarter),
		foreignKey({
			name: 'anonymous_responses_survey_fk',
			columns: [table.boardId, table.surveyId],
			foreignColumns: [surveys.boardId, surveys.id]
		}),
		foreignKey({
			name: 'anonymous_responses_provider_fk',
			columns: [table.boardId, table.providerId],
			foreignColumns: [providers.boardId, providers.id]
		}),
		// A version 1, 6 or 7 id would carry the time of the answer.
		check('anonymous_responses_random_id', sql`substring(${table.id}::text from 15 for 1) = '4'`),
		check('anonymous_responses_quarter', sql`${table.quarter} ~ '^[0-9]{4}-Q[1-4]$'`),
		check('anonymous_responses_answers_form', sql`jsonb_typeof(${table.answers}) = 'object'`),
		check('anonymous_responses_written_sealed', isSealed(table.writtenAnswers))
	]
);

/**
 * What the anonymous answers come to, counted once when a box is emptied: nothing is in here that is not in
 * `anonymous_responses`, and nothing of which answers came from the same form (docs/decisions/0063-counted-once.md).
 */
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { providers } from '#lib/cases/server/tables.ts';
import type { Code } from '#lib/instruments/questionnaire.ts';
import type { ProviderId, SurveyId } from '#lib/shared/ids.ts';
import type { Quarter } from '#lib/shared/local-date.ts';
import { boardIdOfParent } from '#lib/shared/server/tables.ts';
import { surveys } from './tables.ts';

/** Forms about a provider in one quarter of a survey. */
export const surveyFormCounts = pgTable(
	'survey_form_counts',
	{
		boardId: boardIdOfParent(),
		surveyId: uuid('survey_id').$type<SurveyId>().notNull(),
		providerId: uuid('provider_id').$type<ProviderId>().notNull(),
		quarter: text().$type<Quarter>().notNull(),
		instrumentId: text('instrument_id').notNull(),
		forms: integer().notNull()
	},
	(table) => [
		primaryKey({
			name: 'survey_form_counts_pk',
			columns: [table.boardId, table.surveyId, table.providerId, table.quarter, table.instrumentId]
		}),
		index('survey_form_counts_provider').on(table.boardId, table.providerId),
		index('survey_form_counts_results').on(table.boardId, table.instrumentId, table.quarter),
		foreignKey({
			name: 'survey_form_counts_survey_fk',
			columns: [table.boardId, table.surveyId],
			foreignColumns: [surveys.boardId, surveys.id]
		}),
		foreignKey({
			name: 'survey_form_counts_provider_fk',
			columns: [table.boardId, table.providerId],
			foreignColumns: [providers.boardId, providers.id]
		})
	]
);

/** Of those forms, how many answered an item with a code: the item is a question or `matrix.row`. */
export const surveyAnswerCounts = pgTable(
	'survey_answer_counts',
	{
		boardId: boardIdOfParent(),
		surveyId: uuid('survey_id').$type<SurveyId>().notNull(),
		providerId: uuid('provider_id').$type<ProviderId>().notNull(),
		quarter: text().$type<Quarter>().notNull(),
		instrumentId: text('instrument_id').notNull(),
		question: text().notNull(),
		item: text().notNull(),
		code: jsonb().$type<Code>().notNull(),
		forms: integer().notNull()
	},
	(table) => [
		primaryKey({
			name: 'survey_answer_counts_pk',
			columns: [
				table.boardId,
				table.surveyId,
				table.providerId,
				table.quarter,
				table.instrumentId,
				table.item,
				table.code
			]
		}),
		index('survey_answer_counts_provider').on(table.boardId, table.providerId),
		index('survey_answer_counts_results').on(table.boardId, table.instrumentId, table.quarter),
		foreignKey({
			name: 'survey_answer_counts_survey_fk',
			columns: [table.boardId, table.surveyId],
			foreignColumns: [surveys.boardId, surveys.id]
		}),
		foreignKey({
			name: 'survey_answer_counts_provider_fk',
			columns: [table.boardId, table.providerId],
			foreignColumns: [providers.boardId, providers.id]
		})
	]
);

/** What people have written in anonymous surveys, each text by itself: nothing leads back to the other answers. */
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { providers } from '#lib/cases/server/tables.ts';
import type { Sealed } from '#lib/secrecy/sealed-columns.ts';
import { isSealed } from '#lib/secrecy/server/is-sealed.ts';
import type { AnonymousTextId, ProviderId, SurveyId } from '#lib/shared/ids.ts';
import type { Quarter } from '#lib/shared/local-date.ts';
import { boardIdOfParent } from '#lib/shared/server/tables.ts';
import type { TextState } from '../anonymous-text.ts';
import { surveys } from './tables.ts';

export const anonymousTexts = pgTable(
	'anonymous_texts',
	{
		boardId: boardIdOfParent(),
		/** Random, made when the box was emptied: another one than the answers'. */
		id: uuid().$type<AnonymousTextId>().notNull(),
		surveyId: uuid('survey_id').$type<SurveyId>().notNull(),
		/** Null where too few answered about the provider for their words to be told apart from the others'. */
		providerId: uuid('provider_id').$type<ProviderId>(),
		quarter: text().$type<Quarter>().notNull(),
		/** The form that the question is in: two in a sitting may have questions of the same name. */
		instrumentId: text('instrument_id').notNull(),
		question: text().notNull(),
		/** Sealed: people write names. What a reviewer has changed takes the place of what was written. */
		words: text().$type<Sealed>().notNull(),
		state: text().$type<TextState>().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		index('anonymous_texts_survey').on(table.boardId, table.surveyId, table.instrumentId, table.question),
		index('anonymous_texts_provider').on(table.boardId, table.providerId),
		foreignKey({
			name: 'anonymous_texts_survey_fk',
			columns: [table.boardId, table.surveyId],
			foreignColumns: [surveys.boardId, surveys.id]
		}),
		foreignKey({
			name: 'anonymous_texts_provider_fk',
			columns: [table.boardId, table.providerId],
			foreignColumns: [providers.boardId, providers.id]
		}),
		check('anonymous_texts_random_id', sql`substring(${table.id}::text from 15 for 1) = '4'`),
		check('anonymous_texts_quarter', sql`${table.quarter} ~ '^[0-9]{4}-Q[1-4]$'`),
		check('anonymous_texts_state', sql`${table.state} in ('unreviewed', 'shown', 'withheld')`),
		check('anonymous_texts_words_sealed', isSealed(table.words))
	]
);

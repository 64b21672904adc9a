/** What has been done to a response after it was given: corrections, which keep the old value, and restrictions. */
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
	timestamp,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import type { InstrumentScores } from '#lib/scoring/score.ts';
import type { Sealed } from '#lib/secrecy/sealed-columns.ts';
import { isSealed } from '#lib/secrecy/server/is-sealed.ts';
import type { CorrectionId, ResponseId, RestrictionId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { boardIdOfParent } from '#lib/shared/server/tables.ts';
import type { RestrictionGround } from '../restriction.ts';
import type { UnansweredMarks } from '../unanswered.ts';
import { responses } from './tables.ts';

/** Each correction of a response: what stood there before, who changed it, when and why. Only added to. */
export const responseCorrections = pgTable(
	'response_corrections',
	{
		boardId: boardIdOfParent(),
		id: uuid().$type<CorrectionId>().notNull(),
		responseId: uuid('response_id').$type<ResponseId>().notNull(),
		correctedAt: timestamp('corrected_at', { withTimezone: true }).notNull(),
		correctedBy: text('corrected_by').notNull(),
		/** Written freely. */
		reason: text().$type<Sealed>().notNull(),
		/** Answers as JSON, as they stood before. */
		answersBefore: text('answers_before').$type<Sealed>().notNull(),
		/** Why questions had no answer then. By question name. */
		unansweredBefore: jsonb('unanswered_before').$type<UnansweredMarks>().notNull().default({}),
		/** The scores that those gave, with the rules they were made with. */
		scoresBefore: jsonb('scores_before').$type<readonly InstrumentScores[]>().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		index('response_corrections_response').on(table.boardId, table.responseId),
		foreignKey({
			name: 'response_corrections_response_fk',
			columns: [table.boardId, table.responseId],
			foreignColumns: [responses.boardId, responses.id]
		}),
		check('response_corrections_reason_sealed', isSealed(table.reason)),
		check('response_corrections_answers_sealed', isSealed(table.answersBefore))
	]
);

/** Responses that may be kept but not used (GDPR art. 18): they are left out of every compilation. */
export const responseRestrictions = pgTable(
	'response_restrictions',
	{
		boardId: boardIdOfParent(),
		id: uuid().$type<RestrictionId>().notNull(),
		responseId: uuid('response_id').$type<ResponseId>().notNull(),
		ground: text().$type<RestrictionGround>().notNull(),
		restrictedOn: date('restricted_on').$type<LocalDate>().notNull(),
		restrictedBy: text('restricted_by').notNull(),
		/** The first day it may be used again; null while it may not. */
		liftedOn: date('lifted_on').$type<LocalDate>(),
		liftedBy: text('lifted_by')
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		index('response_restrictions_response').on(table.boardId, table.responseId),
		uniqueIndex('response_restrictions_once')
			.on(table.boardId, table.responseId)
			.where(sql`${table.liftedOn} is null`),
		foreignKey({
			name: 'response_restrictions_response_fk',
			columns: [table.boardId, table.responseId],
			foreignColumns: [responses.boardId, responses.id]
		}),
		check(
			'response_restrictions_ground',
			sql`${table.ground} in ('accuracy-contested', 'unlawful', 'needed-for-claims', 'objection')`
		),
		check('response_restrictions_lifted', sql`(${table.liftedOn} is null) = (${table.liftedBy} is null)`),
		check('response_restrictions_period', sql`${table.liftedOn} >= ${table.restrictedOn}`)
	]
);

/**
 * Surveys whose answers belong to no person. `anonymous_responses` has no time finer than a quarter, no running number,
 * no address and no way to any person's row; a structure test says so. Rows come there many at a time, in an order that
 * has been shuffled, when a box is emptied (box-tables.ts).
 */
import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	date,
	foreignKey,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	unique,
	uuid,
	type PgTableExtraConfigValue
} from 'drizzle-orm/pg-core';
import { providers } from '#lib/cases/server/tables.ts';
import type { Answers, LanguageTag } from '#lib/instruments/questionnaire.ts';
import type { AskedInstrument } from '#lib/instruments/sitting.ts';
import type { QuickExit } from '#lib/instruments/quick-exit.ts';
import type {
	InformationId,
	PlanId,
	ProviderId,
	ResponseId,
	SurveyId,
	SurveyLinkId
} from '#lib/shared/ids.ts';
import type { LocalDate, Quarter } from '#lib/shared/local-date.ts';
import { followUpPlans } from '#lib/plans/server/tables.ts';
import { boardId, boardIdOfParent } from '#lib/shared/server/tables.ts';
import type { GeneralSubject } from '../information-subject.ts';
import type { InformationDraft } from '../information.ts';
import type { Purpose, Survey, SurveyState, TargetGroup } from '../survey.ts';

export const surveys = pgTable(
	'surveys',
	{
		boardId: boardId(),
		id: uuid().$type<SurveyId>().notNull(),
		title: text().notNull(),
		purpose: text().$type<Purpose>().notNull(),
		anonymity: text().$type<Survey['anonymity']>().notNull(),
		/** The forms that are answered in one sitting, in order, with the version of each. */
		instruments: jsonb().$type<readonly AskedInstrument[]>().notNull(),
		state: text().$type<SurveyState>().notNull(),
		/** Tags of the languages that the questions are offered in. */
		languages: jsonb().$type<readonly LanguageTag[]>().notNull(),
		/** SHA-256 of the token that a draft is tried with; nothing that is answered by it is kept. */
		trialHash: text('trial_hash'),
		opensOn: date('opens_on').$type<LocalDate>().notNull(),
		closesOn: date('closes_on').$type<LocalDate>().notNull(),
		/** Whether its pages can be left in a hurry. */
		quickExit: text('quick_exit').$type<QuickExit>().notNull().default('by-subject'),
		/** What everybody who answers is told, fixed when the survey is opened; null on those older than the texts. */
		informationId: uuid('information_id').$type<InformationId>(),
		/** Whom a confidential one asks: a choice of unit, kind of help and days, no person. */
		targetGroup: jsonb('target_group').$type<TargetGroup>()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		index('surveys_information').on(table.boardId, table.informationId),
		foreignKey({
			name: 'surveys_information_fk',
			columns: [table.boardId, table.informationId],
			foreignColumns: [informationTexts.boardId, informationTexts.id]
		}),
		check('surveys_instruments', sql`jsonb_array_length(${table.instruments}) between 1 and 4`),
		check('surveys_purpose', sql`${table.purpose} in ('follow-up', 'anonymous-survey')`),
		unique('surveys_trial_key').on(table.boardId, table.trialHash),
		check('surveys_anonymity', sql`${table.anonymity} in ('open-anonymous', 'codes', 'confidential')`),
		check(
			'surveys_confidential',
			sql`case when ${table.anonymity} = 'confidential' then ${table.purpose} = 'follow-up' else ${table.targetGroup} is null end`
		),
		check('surveys_state', sql`${table.state} in ('draft', 'open', 'closed', 'reported')`),
		check('surveys_quick_exit', sql`${table.quickExit} in ('by-subject', 'always', 'never')`),
		check('surveys_trial_form', sql`${table.trialHash} ~ '^[0-9a-f]{64}$'`),
		check('surveys_trial_draft', sql`${table.trialHash} is null or ${table.state} = 'draft'`),
		check('surveys_days', sql`${table.closesOn} >= ${table.opensOn}`)
	]
);

/**
 * What people are told before they answer (GDPR art. 13). Versions are added, never changed: what somebody was shown can be
 * read later (a trigger holds it). The row without a version is the draft of the next one. Nothing here is touched when
 * somebody answers: a counter would tell when.
 */
export const informationTexts = pgTable(
	'information_texts',
	{
		boardId: boardId(),
		id: uuid().$type<InformationId>().notNull(),
		subject: text().$type<GeneralSubject>().notNull(),
		/** The follow-up plan or the survey that has a text of its own; both null for the board's general text. */
		planId: uuid('plan_id').$type<PlanId>(),
		surveyId: uuid('survey_id').$type<SurveyId>(),
		/** 1, 2, 3 …; null for the draft. */
		version: integer(),
		publishedOn: date('published_on').$type<LocalDate>(),
		/** From when a plan or a survey goes by the general text again. */
		withdrawnOn: date('withdrawn_on').$type<LocalDate>(),
		/** By language; whole in all of them once published. */
		content: jsonb().$type<InformationDraft>().notNull()
	},
	// Said, because this table and that of surveys point at each other.
	(table): PgTableExtraConfigValue[] => [
		primaryKey({ columns: [table.boardId, table.id] }),
		unique('information_texts_version_key')
			.on(table.boardId, table.subject, table.planId, table.surveyId, table.version)
			.nullsNotDistinct(),
		index('information_texts_plan').on(table.boardId, table.planId),
		index('information_texts_survey').on(table.boardId, table.surveyId),
		foreignKey({
			name: 'information_texts_plan_fk',
			columns: [table.boardId, table.planId],
			foreignColumns: [followUpPlans.boardId, followUpPlans.id]
		}),
		foreignKey({
			name: 'information_texts_survey_fk',
			columns: [table.boardId, table.surveyId],
			foreignColumns: [surveys.boardId, surveys.id]
		}),
		check('information_texts_subject', sql`${table.subject} in ('cases', 'surveys')`),
		check(
			'information_texts_own',
			sql`(${table.planId} is null or ${table.subject} = 'cases') and (${table.surveyId} is null or ${table.subject} = 'surveys')`
		),
		check('information_texts_version', sql`${table.version} > 0`),
		check('information_texts_published', sql`(${table.version} is null) = (${table.publishedOn} is null)`),
		check(
			'information_texts_withdrawn',
			sql`${table.withdrawnOn} is null or (${table.version} is not null and num_nonnulls(${table.planId}, ${table.surveyId}) = 1)`
		)
	]
);

/** The providers that a survey is about, each with its shared link: whoever has it can answer. It knows nobody. */
export const surveyLinks = pgTable(
	'survey_links',
	{
		boardId: boardIdOfParent(),
		id: uuid().$type<SurveyLinkId>().notNull(),
		surveyId: uuid('survey_id').$type<SurveyId>().notNull(),
		providerId: uuid('provider_id').$type<ProviderId>().notNull(),
		/** Null before the survey is published, and where there are codes instead. */
		tokenHash: text('token_hash'),
		/** How many are asked; null when it is not known. */
		invited: integer(),
		/** How many answers the shared link takes, where somebody has said; null is what follows from how many are asked. */
		mostAnswers: integer('most_answers')
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
		check('survey_links_invited', sql`${table.invited} >= 0`),
		// In the steps that counts are shown in: whether it is reached tells no more than they do.
		check('survey_links_most_answers', sql`${table.mostAnswers} >= 10 and ${table.mostAnswers} % 5 = 0`),
		check('survey_links_token_form', sql`${table.tokenHash} ~ '^[0-9a-f]{64}$'`)
	]
);

/**
 * Codes in a hat, by their hashes: they are made and shuffled in the browser of whoever prints them, and nobody is written
 * here. That a code has been used leads to an answer that lies sealed, and no further.
 */
export const surveyCodes = pgTable(
	'survey_codes',
	{
		boardId: boardIdOfParent(),
		codeHash: text('code_hash').notNull(),
		surveyId: uuid('survey_id').$type<SurveyId>().notNull(),
		providerId: uuid('provider_id').$type<ProviderId>().notNull(),
		isUsed: boolean('is_used').notNull()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.codeHash] }),
		index('survey_codes_provider').on(table.boardId, table.surveyId, table.providerId),
		foreignKey({
			name: 'survey_codes_provider_fk',
			columns: [table.boardId, table.surveyId, table.providerId],
			foreignColumns: [surveyLinks.boardId, surveyLinks.surveyId, surveyLinks.providerId]
		}),
		check('survey_codes_form', sql`${table.codeHash} ~ '^[0-9a-f]{64}$'`)
	]
);

export const anonymousResponses = pgTable(
	'anonymous_responses',
	{
		boardId: boardIdOfParent(),
		/** Random (uuid version 4), made when the box was emptied: not the one that the respondent's page knows. */
		id: uuid().$type<ResponseId>().notNull(),
		surveyId: uuid('survey_id').$type<SurveyId>().notNull(),
		providerId: uuid('provider_id').$type<ProviderId>().notNull(),
		quarter: text().$type<Quarter>().notNull(),
		instrumentId: text('instrument_id').notNull(),
		instrumentVersion: text('instrument_version').notNull(),
		/** Answers that can be counted: codes, never written text. */
		answers: jsonb().$type<Answers>().notNull()
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
		check('anonymous_responses_answers_form', sql`jsonb_typeof(${table.answers}) = 'object'`)
	]
);

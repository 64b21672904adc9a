/** An administration of an instrument in a case, the answers it gave, and the scores they gave. */
import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	date,
	doublePrecision,
	foreignKey,
	index,
	jsonb,
	pgTable,
	primaryKey,
	smallint,
	text,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import type { Occasion } from '#lib/cases/case.ts';
import { cases } from '#lib/cases/server/tables.ts';
import type { AdministrationMode, Respondent } from '#lib/instruments/instrument.ts';
import type { Sealed } from '#lib/secrecy/sealed-columns.ts';
import { isSealed } from '#lib/secrecy/server/is-sealed.ts';
import type { AppliedBand, BandUnknownReason, NoScoreReason, PossibleBand } from '#lib/scoring/score.ts';
import type {
	AdministrationId,
	CaseId,
	InformationId,
	OccasionId,
	ProviderId,
	ResponseId,
	SurveyId
} from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { caseOccasions } from '#lib/plans/server/tables.ts';
import { boardIdOfParent } from '#lib/shared/server/tables.ts';
import { informationTexts, surveyLinks } from '#lib/surveys/server/tables.ts';
import type { Administration, Help } from '../administration.ts';
import type { UnansweredMarks } from '../unanswered.ts';

export const administrations = pgTable(
	'administrations',
	{
		boardId: boardIdOfParent(),
		id: uuid().$type<AdministrationId>().notNull(),
		caseId: uuid('case_id').$type<CaseId>().notNull(),
		instrumentId: text('instrument_id').notNull(),
		instrumentVersion: text('instrument_version').notNull(),
		occasion: text().$type<Occasion>().notNull(),
		/** The plan's occasion that it is for; null for one that no plan asks for. */
		occasionId: uuid('occasion_id').$type<OccasionId>(),
		respondent: text().$type<Respondent>().notNull(),
		mode: text().$type<AdministrationMode>().notNull(),
		state: text().$type<Administration['state']>().notNull(),
		createdOn: date('created_on').$type<LocalDate>().notNull(),
		/** SHA-256 of the link's token. Kept when answered, so that the link can say that it has been used. */
		tokenHash: text('token_hash'),
		expiresOn: date('expires_on').$type<LocalDate>(),
		/** Answers as JSON, sealed. */
		draftAnswers: text('draft_answers').$type<Sealed>(),
		/** What the person was told: the version last shown to them; until they begin, the one in force when the link was made. */
		informationId: uuid('information_id').$type<InformationId>(),
		draftPage: text('draft_page'),
		draftLanguage: text('draft_language'),
		/** Which layer each question of the draft was answered in, as JSON, sealed; null where nothing is. */
		draftLayers: text('draft_layers').$type<Sealed>(),
		withdrawnOn: date('withdrawn_on').$type<LocalDate>(),
		/** The confidential survey that it is a part of, and the provider it is about there; both null for any other. */
		surveyId: uuid('survey_id').$type<SurveyId>(),
		providerId: uuid('provider_id').$type<ProviderId>()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		// Nobody is asked the same twice in a survey, whoever invites at the same time.
		unique('administrations_survey_key').on(table.boardId, table.surveyId, table.caseId, table.instrumentId),
		index('administrations_survey_provider').on(table.boardId, table.surveyId, table.providerId),
		foreignKey({
			name: 'administrations_survey_fk',
			columns: [table.boardId, table.surveyId, table.providerId],
			foreignColumns: [surveyLinks.boardId, surveyLinks.surveyId, surveyLinks.providerId]
		}),
		unique('administrations_token_key').on(table.boardId, table.tokenHash),
		index('administrations_case').on(table.boardId, table.caseId),
		index('administrations_plan_occasion').on(table.boardId, table.occasionId),
		foreignKey({
			name: 'administrations_plan_occasion_fk',
			columns: [table.boardId, table.occasionId],
			foreignColumns: [caseOccasions.boardId, caseOccasions.id]
		}),
		index('administrations_information').on(table.boardId, table.informationId),
		foreignKey({
			name: 'administrations_information_fk',
			columns: [table.boardId, table.informationId],
			foreignColumns: [informationTexts.boardId, informationTexts.id]
		}),
		foreignKey({
			name: 'administrations_case_fk',
			columns: [table.boardId, table.caseId],
			foreignColumns: [cases.boardId, cases.id]
		}),
		check(
			'administrations_survey',
			sql`(${table.surveyId} is null) = (${table.providerId} is null) and (${table.surveyId} is null or ${table.mode} = 'link')`
		),
		check('administrations_state', sql`${table.state} in ('sent', 'started', 'answered', 'withdrawn')`),
		check('administrations_occasion', sql`${table.occasion} in ('before', 'during', 'after', 'follow-up')`),
		check('administrations_mode', sql`${table.mode} in ('link', 'kiosk', 'interview', 'paper')`),
		check(
			'administrations_link',
			sql`${table.mode} <> 'link' or (${table.tokenHash} is not null and ${table.expiresOn} is not null)`
		),
		check('administrations_token_form', sql`${table.tokenHash} ~ '^[0-9a-f]{64}$'`),
		check('administrations_draft', sql`(${table.state} = 'started') = (${table.draftAnswers} is not null)`),
		check(
			'administrations_draft_language',
			sql`(${table.draftAnswers} is null) = (${table.draftLanguage} is null)`
		),
		check('administrations_draft_sealed', isSealed(table.draftAnswers)),
		check('administrations_layers_sealed', isSealed(table.draftLayers)),
		check(
			'administrations_withdrawn',
			sql`(${table.state} = 'withdrawn') = (${table.withdrawnOn} is not null)`
		)
	]
);

export const responses = pgTable(
	'responses',
	{
		boardId: boardIdOfParent(),
		/** The submission's own id, made where it was written: sending it twice is the same response. */
		id: uuid().$type<ResponseId>().notNull(),
		administrationId: uuid('administration_id').$type<AdministrationId>().notNull(),
		help: text().$type<Help>().notNull(),
		language: text().notNull(),
		/** Of the questions that were answered in another layer than that, as JSON, sealed; null where none was. */
		answerLayers: text('answer_layers').$type<Sealed>(),
		answeredOn: date('answered_on').$type<LocalDate>().notNull(),
		/** Answers as JSON, sealed. */
		answers: text().$type<Sealed>().notNull(),
		/** Why questions without an answer have none, where somebody has said so. By question name. */
		unanswered: jsonb().$type<UnansweredMarks>().notNull().default({})
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.id] }),
		// One administration gives one response, whatever happens: also the index of the foreign key.
		unique('responses_administration_key').on(table.boardId, table.administrationId),
		foreignKey({
			name: 'responses_administration_fk',
			columns: [table.boardId, table.administrationId],
			foreignColumns: [administrations.boardId, administrations.id]
		}),
		check(
			'responses_help',
			sql`${table.help} in ('self', 'aids', 'interpreter', 'relative', 'legal-representative', 'staff', 'question-assistant')`
		),
		check('responses_answers_sealed', isSealed(table.answers)),
		check('responses_layers_sealed', isSealed(table.answerLayers))
	]
);

/** What one version of the rules makes of one response on one scale. Never replaced: other rules give other rows. */
export const scores = pgTable(
	'scores',
	{
		boardId: boardIdOfParent(),
		responseId: uuid('response_id').$type<ResponseId>().notNull(),
		scale: text().notNull(),
		ruleVersion: text('rule_version').notNull(),
		instrumentVersion: text('instrument_version').notNull(),
		score: doublePrecision(),
		reason: text().$type<NoScoreReason>(),
		answered: smallint().notNull(),
		itemCount: smallint('item_count').notNull(),
		lowestPossible: doublePrecision('lowest_possible'),
		highestPossible: doublePrecision('highest_possible'),
		isProrated: boolean('is_prorated').notNull(),
		bands: jsonb().$type<readonly AppliedBand[]>().notNull(),
		bandUnknownBecause: text('band_unknown_because').$type<BandUnknownReason>(),
		possibleBands: jsonb('possible_bands').$type<readonly PossibleBand[]>().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.boardId, table.responseId, table.scale, table.ruleVersion] }),
		foreignKey({
			name: 'scores_response_fk',
			columns: [table.boardId, table.responseId],
			foreignColumns: [responses.boardId, responses.id]
		}),
		check('scores_value_or_reason', sql`(${table.score} is null) = (${table.reason} is not null)`),
		check('scores_reason', sql`${table.reason} in ('missing-items', 'invalid-answer', 'no-scored-items')`),
		check('scores_answered', sql`${table.answered} between 0 and ${table.itemCount}`),
		check('scores_range', sql`${table.lowestPossible} <= ${table.highestPossible}`)
	]
);

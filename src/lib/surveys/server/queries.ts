/** Rows of surveys, their links and their anonymous answers to and from what the rest of the program knows. */
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { providerNames } from '#lib/cases/server/queries.ts';
import type { Answers, Code, LanguageTag } from '#lib/instruments/questionnaire.ts';
import type {
	BoardId,
	InformationId,
	ProviderId,
	ResponseId,
	SurveyId,
	SurveyLinkId
} from '#lib/shared/ids.ts';
import type { LocalDate, Quarter } from '#lib/shared/local-date.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import { boards } from '#lib/shared/server/tables.ts';
import type { Work } from '#lib/shared/server/work.ts';
import type { Survey } from '../survey.ts';
import { anonymousResponses, surveyLinks, surveys } from './tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}

export async function insertSurvey({ tx, boardId }: Scope, value: Omit<Survey, 'providers'>): Promise<void> {
	await tx.insert(surveys).values({ boardId, ...value });
}

export interface NewSurveyLink {
	readonly id: SurveyLinkId;
	readonly surveyId: SurveyId;
	readonly providerId: ProviderId;
	readonly tokenHash: string;
}

export async function insertSurveyLinks(
	{ tx, boardId }: Scope,
	links: readonly NewSurveyLink[]
): Promise<void> {
	await tx.insert(surveyLinks).values(links.map((link) => ({ boardId, ...link })));
}

/** Gives the provider's link another token; the one before stops working. False when there is no such link. */
export async function updateSurveyLink(
	{ tx, boardId }: Scope,
	link: Omit<NewSurveyLink, 'id'>
): Promise<boolean> {
	const rows = await tx
		.update(surveyLinks)
		.set({ tokenHash: link.tokenHash })
		.where(
			and(
				eq(surveyLinks.boardId, boardId),
				eq(surveyLinks.surveyId, link.surveyId),
				eq(surveyLinks.providerId, link.providerId)
			)
		)
		.returning({ id: surveyLinks.id });
	return rows.length === 1;
}

/** The board's surveys, the newest first, with the providers that have a link. */
export async function listSurveysOfBoard({ tx, boardId }: Scope): Promise<readonly Survey[]> {
	const rows = await tx
		.select({
			survey: surveys,
			providerId: surveyLinks.providerId,
			providerName: sql<string>`provider.name`
		})
		.from(surveys)
		.innerJoin(
			surveyLinks,
			and(eq(surveyLinks.boardId, surveys.boardId), eq(surveyLinks.surveyId, surveys.id))
		)
		.innerJoin(
			sql`${providerNames} as provider`,
			sql`provider.board_id = ${surveyLinks.boardId} and provider.id = ${surveyLinks.providerId}`
		)
		.where(eq(surveys.boardId, boardId))
		.orderBy(desc(surveys.opensOn), asc(surveys.title), asc(surveys.id), sql`provider.name`);
	const found = new Map<SurveyId, Survey>();
	for (const { survey, providerId, providerName } of rows) {
		const { boardId: _board, ...rest } = survey;
		const before = found.get(survey.id)?.providers ?? [];
		found.set(survey.id, { ...rest, providers: [...before, { providerId, name: providerName }] });
	}
	return [...found.values()];
}

export interface SurveyLinkRow {
	readonly surveyId: SurveyId;
	readonly linkId: SurveyLinkId;
	readonly providerId: ProviderId;
	readonly providerName: string;
	readonly surveyTitle: string;
	readonly instrumentId: string;
	readonly instrumentVersion: string;
	readonly opensOn: LocalDate;
	readonly closesOn: LocalDate;
	readonly boardName: string;
	readonly informationId: InformationId | null;
}

const surveyLinkRows = sql`
	select s.id as "surveyId", l.id as "linkId", l.provider_id as "providerId", p.name as "providerName",
		s.title as "surveyTitle", s.instrument_id as "instrumentId", s.instrument_version as "instrumentVersion",
		s.opens_on as "opensOn", s.closes_on as "closesOn", b.name as "boardName",
		s.information_id as "informationId"
	from ${surveyLinks} l
	join ${surveys} s on s.board_id = l.board_id and s.id = l.survey_id
	join ${providerNames} p on p.board_id = l.board_id and p.id = l.provider_id
	join ${boards} b on b.id = l.board_id`;

/** The survey and provider that a shared link belongs to, or null. One prepared statement. */
export async function findSurveyLink(work: Work, tokenHash: string): Promise<SurveyLinkRow | null> {
	const rows = await work.query<SurveyLinkRow>(sql`
		${surveyLinkRows}
		where l.board_id = ${work.boardId} and l.token_hash = ${tokenHash}`);
	return rows[0] ?? null;
}

/** The surveys and providers that shared links belong to, by the links' ids; those that do not exist are left out. */
export async function listSurveyLinks(
	work: Work,
	linkIds: readonly SurveyLinkId[]
): Promise<readonly SurveyLinkRow[]> {
	return work.query<SurveyLinkRow>(sql`
		${surveyLinkRows} where l.board_id = ${work.boardId}
			and l.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(linkIds)}::jsonb) as value)
		order by s.opens_on, s.title, p.name, l.id`);
}

/** The board's links to surveys that have not closed before the day. */
export async function listUnclosedSurveyLinks(work: Work, day: LocalDate): Promise<readonly SurveyLinkRow[]> {
	return work.query<SurveyLinkRow>(sql`
		${surveyLinkRows} where l.board_id = ${work.boardId} and s.closes_on >= ${day}
		order by s.opens_on, s.title, p.name, l.id`);
}

export interface AnonymousSubmission {
	readonly id: ResponseId;
	readonly surveyId: SurveyId;
	readonly providerId: ProviderId;
	readonly quarter: Quarter;
	readonly instrumentId: string;
	readonly instrumentVersion: string;
	readonly language: LanguageTag;
	/** Answers by code. */
	readonly answers: Answers;
	/** What was written in words; null when nothing was. */
	readonly written: Answers | null;
}

/**
 * Stores an anonymous answer and touches nothing else: no log, no counter, no time. What was written in words is sealed:
 * people write names. Storing the same id again does nothing.
 */
export async function insertAnonymousResponse(work: Work, value: AnonymousSubmission): Promise<void> {
	const text = value.written && JSON.stringify(value.written);
	const written = text && (await work.cipher()).seal('anonymous_responses.written_answers', value.id, text);
	await work.query(sql`
		insert into ${anonymousResponses}
			(board_id, id, survey_id, provider_id, quarter, instrument_id, instrument_version, language, answers,
				written_answers)
		values (${work.boardId}, ${value.id}, ${value.surveyId}, ${value.providerId}, ${value.quarter},
			${value.instrumentId}, ${value.instrumentVersion}, ${value.language}, ${JSON.stringify(value.answers)}::jsonb,
			${written}::text)
		on conflict do nothing`);
}

/** How many of a provider's forms of one quarter answered a question with a code. */
export interface CodeCount {
	readonly providerId: ProviderId;
	readonly quarter: Quarter;
	readonly item: string;
	readonly code: Code;
	readonly count: number;
}

interface ResultsOf {
	readonly instrumentId: string;
	readonly year: number;
}

/**
 * A year's anonymous answers to an instrument, counted in the database by provider, quarter, item and code: an item is a question
 * or `matrix.row`, and each of several codes chosen counts once. Only the named questions: free text is never counted.
 */
export async function countAnonymousAnswers(
	work: Work,
	{ instrumentId, year }: ResultsOf,
	questions: readonly string[]
): Promise<readonly CodeCount[]> {
	return work.query<CodeCount>(sql`
		with asked as (
			select question from jsonb_array_elements_text(${JSON.stringify(questions)}::jsonb) as question
		), answer as materialized (
			-- Counted before codes are taken out of lists and rows: a million forms are a few hundred rows from here on.
			select provider_id, quarter, question, answers -> question as value, count(*) as forms
			from ${anonymousResponses} cross join asked
			where board_id = ${work.boardId} and instrument_id = ${instrumentId}
				and quarter between ${`${year}-Q1`} and ${`${year}-Q4`} and answers -> question is not null
			group by provider_id, quarter, question, answers -> question
		), single as (
			select provider_id, quarter, forms, question as item, value
			from answer where jsonb_typeof(value) not in ('object', 'array')
			union all
			select provider_id, quarter, forms, question, chosen.value
			from answer, jsonb_array_elements(case jsonb_typeof(answer.value) when 'array' then answer.value else '[]' end) as chosen
			union all
			select provider_id, quarter, forms, question || '.' || in_row.key, in_row.value
			from answer, jsonb_each(case jsonb_typeof(answer.value) when 'object' then answer.value else '{}' end) as in_row
		)
		select provider_id as "providerId", quarter, item, value as code, sum(forms)::int as count
		from single
		group by provider_id, quarter, item, value
		order by provider_id, item, value, quarter`);
}

export interface ProviderForms {
	readonly providerId: ProviderId;
	readonly name: string;
	/** Forms sent in, however many questions they answer; a quarter without any is left out. */
	readonly quarters: readonly { readonly quarter: Quarter; readonly forms: number }[];
}

/** The providers that were in a survey with the instrument that year, with the number of forms; none is left out. */
export async function countAnonymousForms(
	work: Work,
	{ instrumentId, year }: ResultsOf
): Promise<readonly ProviderForms[]> {
	const rows = await work.query<{
		providerId: ProviderId;
		name: string;
		quarter: Quarter | null;
		forms: number | null;
	}>(sql`
		select p.id as "providerId", p.name, counted.quarter, counted.forms
		from ${providerNames} p
		left join (
			select provider_id, quarter, count(*)::int as forms from ${anonymousResponses}
			where board_id = ${work.boardId} and instrument_id = ${instrumentId}
				and quarter between ${`${year}-Q1`} and ${`${year}-Q4`}
			group by provider_id, quarter
		) counted on counted.provider_id = p.id
		where p.board_id = ${work.boardId} and exists (
			select 1 from ${surveyLinks} l join ${surveys} s on s.board_id = l.board_id and s.id = l.survey_id
			where l.board_id = p.board_id and l.provider_id = p.id and s.instrument_id = ${instrumentId}
				and s.opens_on <= ${`${year}-12-31`} and s.closes_on >= ${`${year}-01-01`}
		)
		order by p.name, p.id, counted.quarter`);
	const byProvider = Map.groupBy(rows, ({ providerId }) => providerId);
	return [...byProvider].map(([providerId, quarters]) => ({
		providerId,
		name: quarters[0]?.name ?? '',
		quarters: quarters.flatMap(({ quarter, forms }) =>
			quarter === null || forms === null ? [] : [{ quarter, forms }]
		)
	}));
}

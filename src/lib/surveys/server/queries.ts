/** Rows of surveys, their links and their anonymous answers to and from what the rest of the program knows. */
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { providerNames } from '#lib/cases/server/queries.ts';
import type { Code, LanguageTag } from '#lib/instruments/questionnaire.ts';
import type { QuickExit } from '#lib/instruments/quick-exit.ts';
import type {
	AnswerBoxId,
	BoardId,
	InformationId,
	ProviderId,
	SurveyId,
	SurveyLinkId
} from '#lib/shared/ids.ts';
import type { LocalDate, Quarter } from '#lib/shared/local-date.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import { inBatches, oncePerBoard } from '#lib/shared/server/in-batches.ts';
import { boards } from '#lib/shared/server/tables.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { Problem } from '#lib/shared/problem.ts';
import type { Survey, SurveyMode, SurveyState } from '../survey.ts';
import { answerBoxes, sealedAnswers } from './box-tables.ts';
import { anonymousResponses, informationTexts, surveyCodes, surveyLinks, surveys } from './tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}

export async function insertSurvey({ tx, boardId }: Scope, value: Omit<Survey, 'providers'>): Promise<void> {
	await tx.insert(surveys).values({ boardId, ...value });
}

/** Changes what is decided about a survey. */
export async function updateSurvey(
	{ tx, boardId }: Scope,
	surveyId: SurveyId,
	change: Partial<Omit<Survey, 'id' | 'providers'>> & { readonly trialHash?: string | null }
): Promise<void> {
	await tx
		.update(surveys)
		.set(change)
		.where(and(eq(surveys.boardId, boardId), eq(surveys.id, surveyId)));
}

/** Deletes a draft with its providers. */
export async function deleteDraft({ tx, boardId }: Scope, surveyId: SurveyId): Promise<void> {
	const ofSurvey = and(eq(surveyLinks.boardId, boardId), eq(surveyLinks.surveyId, surveyId));
	await tx.delete(surveyLinks).where(ofSurvey);
	await tx.delete(surveys).where(and(eq(surveys.boardId, boardId), eq(surveys.id, surveyId)));
}

export interface NewSurveyLink {
	readonly id: SurveyLinkId;
	readonly surveyId: SurveyId;
	readonly providerId: ProviderId;
	/** Null before the survey is published. */
	readonly tokenHash: string | null;
	readonly invited: number | null;
}

/** Puts these providers in place of those there were: of a draft only. */
export async function replaceProviders(
	{ tx, boardId }: Scope,
	surveyId: SurveyId,
	links: readonly NewSurveyLink[]
): Promise<void> {
	await tx
		.delete(surveyLinks)
		.where(and(eq(surveyLinks.boardId, boardId), eq(surveyLinks.surveyId, surveyId)));
	if (links.length > 0) await tx.insert(surveyLinks).values(links.map((link) => ({ boardId, ...link })));
}

/** How many a provider asks. False when the survey is not about the provider. */
export async function updateInvited(
	{ tx, boardId }: Scope,
	link: Pick<NewSurveyLink, 'surveyId' | 'providerId' | 'invited'>
): Promise<boolean> {
	const rows = await tx
		.update(surveyLinks)
		.set({ invited: link.invited })
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

/** Gives the provider's link another token; the one before stops working. False when there is no such link. */
export async function updateSurveyLink(
	{ tx, boardId }: Scope,
	link: Pick<NewSurveyLink, 'surveyId' | 'providerId' | 'tokenHash'>
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

/** The board's surveys, or one of them, the newest first, with the providers that have a link. */
export async function listSurveysOfBoard(
	{ tx, boardId }: Scope,
	only?: SurveyId
): Promise<readonly Survey[]> {
	const rows = await tx
		.select({
			survey: surveys,
			providerId: surveyLinks.providerId,
			invited: surveyLinks.invited,
			providerName: sql<string | null>`provider.name`
		})
		.from(surveys)
		.leftJoin(
			surveyLinks,
			and(eq(surveyLinks.boardId, surveys.boardId), eq(surveyLinks.surveyId, surveys.id))
		)
		.leftJoin(
			sql`${providerNames} as provider`,
			sql`provider.board_id = ${surveyLinks.boardId} and provider.id = ${surveyLinks.providerId}`
		)
		.where(and(eq(surveys.boardId, boardId), only && eq(surveys.id, only)))
		.orderBy(desc(surveys.opensOn), asc(surveys.title), asc(surveys.id), sql`provider.name`);
	const found = new Map<SurveyId, Survey>();
	for (const { survey, providerId, providerName, invited } of rows) {
		const { boardId: _board, trialHash: _trial, ...rest } = survey;
		const before = found.get(survey.id)?.providers ?? [];
		const own = providerId && providerName !== null ? [{ providerId, name: providerName, invited }] : [];
		found.set(survey.id, { ...rest, providers: [...before, ...own] });
	}
	return [...found.values()];
}

/** Holds the survey until the transaction ends, so that those it asks are chosen by one at a time. */
export async function holdSurvey({ tx, boardId }: Scope, surveyId: SurveyId): Promise<void> {
	await tx
		.select({ id: surveys.id })
		.from(surveys)
		.where(and(eq(surveys.boardId, boardId), eq(surveys.id, surveyId)))
		.for('update');
}

/** For other domains to join with: `board_id, id, title, languages, quick_exit`. */
export const surveyNames = sql`(
	select ${surveys.boardId}, ${surveys.id}, ${surveys.title}, ${surveys.languages}, ${surveys.quickExit} from ${surveys}
)`;

/** One survey, or `not-found`. */
export async function getSurvey(scope: Scope, surveyId: SurveyId): Promise<Survey> {
	const survey = (await listSurveysOfBoard(scope, surveyId))[0];
	if (!survey) throw new Problem('not-found');
	return survey;
}

/** What somebody comes in to a survey by: the provider's shared link, a code of their own, or a draft that is being tried. */
export type SurveyDoor = 'shared' | 'code' | 'trial';

export interface SurveyLinkRow {
	readonly door: SurveyDoor;
	/** Whether the code has been used; false for the other doors. */
	readonly isUsed: boolean;
	/** Of the provider's shared link. */
	readonly linkId: SurveyLinkId | null;
	readonly surveyId: SurveyId;
	readonly providerId: ProviderId;
	readonly providerName: string;
	readonly surveyTitle: string;
	readonly mode: SurveyMode;
	readonly instrumentId: string;
	readonly instrumentVersion: string;
	readonly languages: readonly LanguageTag[];
	readonly quickExit: QuickExit;
	readonly state: SurveyState;
	readonly opensOn: LocalDate;
	readonly closesOn: LocalDate;
	readonly boardName: string;
	readonly informationId: InformationId | null;
	/** What answers are sealed to now; null when the survey has no open box. */
	readonly boxId: AnswerBoxId | null;
	readonly boxPublicKey: string | null;
	readonly boxSize: number | null;
}

/** What a draft that is tried would tell if it were published today: its own text before the general one. */
const toldToday = sql`(
	select text.id from ${informationTexts} text
	where text.board_id = s.board_id and text.version is not null and text.withdrawn_on is null
		and (text.survey_id = s.id or (text.survey_id is null and text.plan_id is null
			and text.subject = case s.anonymity when 'confidential' then 'cases' else 'surveys' end))
	order by text.survey_id nulls last, text.version desc limit 1
)`;

/** A row for each door, where `door` has kind, survey_id, provider_id, link_id and is_used; other columns before the rest. */
const throughDoors = (boardId: BoardId, first = sql``) => sql`
	select ${first}door.kind as door, door.is_used as "isUsed", door.link_id as "linkId", s.id as "surveyId",
		door.provider_id as "providerId", p.name as "providerName", s.title as "surveyTitle", s.anonymity as mode,
		s.instrument_id as "instrumentId", s.instrument_version as "instrumentVersion", s.languages, s.quick_exit as "quickExit", s.state,
		s.opens_on as "opensOn", s.closes_on as "closesOn", b.name as "boardName",
		case when s.state = 'draft' then ${toldToday} else s.information_id end as "informationId",
		box.id as "boxId", box.public_key as "boxPublicKey", box.size as "boxSize"
	from door
	join ${surveys} s on s.board_id = ${boardId} and s.id = door.survey_id
	join ${providerNames} p on p.board_id = s.board_id and p.id = door.provider_id
	join ${boards} b on b.id = s.board_id
	left join ${answerBoxes} box on box.board_id = s.board_id and box.survey_id = s.id and box.state = 'open'`;

/** The survey and provider that a link or a code belongs to, or null. Those who ask at the same time share a statement. */
export function findSurveyLink(work: Work, tokenHash: string): Promise<SurveyLinkRow | null> {
	return finderOf(work)(tokenHash);
}

const finderOf = oncePerBoard(({ query, boardId }: Pick<Work, 'query' | 'boardId'>) =>
	inBatches<string, SurveyLinkRow | null>({
		limit: mostTogether,
		atOnce: 1,
		keyOf: null,
		carryOut: (hashes) => findDoors(query, boardId, hashes)
	})
);

/** Also tells PostgreSQL how few rows there are at most. */
const mostTogether = 32;

type DoorRow = SurveyLinkRow & { readonly tokenHash: string };

/** Each is looked up by its hash, however many links and codes there are. */
async function findDoors(
	query: Work['query'],
	boardId: BoardId,
	hashes: readonly string[]
): Promise<readonly (SurveyLinkRow | null)[]> {
	const rows = await query<DoorRow>(sql`
		with wanted as (
			select hash from jsonb_array_elements_text(${JSON.stringify([...new Set(hashes)])}::jsonb) as hash
			limit ${mostTogether}
		), door as (
			select wanted.hash, found.* from wanted cross join lateral (
				(select 'shared' as kind, survey_id, provider_id, id as link_id, false as is_used from ${surveyLinks}
				where board_id = ${boardId} and token_hash = wanted.hash limit 1)
				union all
				(select 'code', survey_id, provider_id, null, is_used from ${surveyCodes}
				where board_id = ${boardId} and code_hash = wanted.hash limit 1)
				union all
				(select 'trial', s.id, l.provider_id, null, false from ${surveys} s
				join ${surveyLinks} l on l.board_id = s.board_id and l.survey_id = s.id
				where s.board_id = ${boardId} and s.trial_hash = wanted.hash
				order by l.provider_id limit 1)
			) found
		)
		${throughDoors(boardId, sql`door.hash as "tokenHash", `)}`);
	const rowByHash = new Map(rows.map(({ tokenHash, ...row }) => [tokenHash, row]));
	return hashes.map((hash) => rowByHash.get(hash) ?? null);
}

export interface SharedLinkRow extends SurveyLinkRow {
	readonly linkId: SurveyLinkId;
}

/** The surveys and providers that shared links belong to, by the links' ids; those that do not exist are left out. */
export async function listSurveyLinks(
	work: Work,
	linkIds: readonly SurveyLinkId[]
): Promise<readonly SharedLinkRow[]> {
	return work.query<SharedLinkRow>(sql`
		with door as (
			select 'shared' as kind, survey_id, provider_id, id as link_id, false as is_used from ${surveyLinks}
			where board_id = ${work.boardId} and id in (
				select value::uuid from jsonb_array_elements_text(${JSON.stringify(linkIds)}::jsonb) as value)
		)
		${throughDoors(work.boardId)}
		order by s.opens_on, s.title, p.name, door.link_id`);
}

/** The board's links to published surveys that have not closed before the day. */
export async function listUnclosedSurveyLinks(work: Work, day: LocalDate): Promise<readonly SharedLinkRow[]> {
	return work.query<SharedLinkRow>(sql`
		with door as (
			select 'shared' as kind, survey_id, provider_id, id as link_id, false as is_used from ${surveyLinks}
			where board_id = ${work.boardId} and token_hash is not null
		)
		${throughDoors(work.boardId)}
		where s.state = 'open' and s.closes_on >= ${day}
		order by s.opens_on, s.title, p.name, door.link_id`);
}

/** Stores the hashes of new codes, in the order given. Two alike: `already-exists`. */
export async function insertCodes(
	{ tx, boardId }: Scope,
	of: { readonly surveyId: SurveyId; readonly providerId: ProviderId },
	codeHashes: readonly string[]
): Promise<void> {
	await tx
		.insert(surveyCodes)
		.values(codeHashes.map((codeHash) => ({ boardId, codeHash, ...of, isUsed: false })));
}

/** How many codes have been made for each provider, used or not. */
export async function countCodes(
	{ tx, boardId }: Scope,
	surveyId: SurveyId
): Promise<ReadonlyMap<ProviderId, number>> {
	const rows = await tx
		.select({ providerId: surveyCodes.providerId, codes: sql<number>`count(*)::int` })
		.from(surveyCodes)
		.where(and(eq(surveyCodes.boardId, boardId), eq(surveyCodes.surveyId, surveyId)))
		.groupBy(surveyCodes.providerId);
	return new Map(rows.map(({ providerId, codes }) => [providerId, codes]));
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
		with answer as materialized (
			-- Counted before codes are taken out of lists and rows: a million forms are a few hundred rows from here on.
			select provider_id, quarter, question, answers -> question as value, count(*) as forms
			-- As an array, whose length the database sees: of a list in JSON it guesses a hundred, and sorts on disk.
			from ${anonymousResponses} cross join unnest(array[${asTexts(questions)}]::text[]) as question
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

const asTexts = (texts: readonly string[]) =>
	sql.join(
		texts.map((text) => sql`${text}`),
		sql`, `
	);

export interface ProviderForms {
	readonly providerId: ProviderId;
	readonly name: string;
	/** How many were asked; null when it is not known of each survey, or one goes on today or into another year. */
	readonly asked: number | null;
	/** Forms sent in, however many questions they answer; a quarter without any is left out. */
	readonly quarters: readonly QuarterForms[];
}

export interface QuarterForms {
	readonly quarter: Quarter;
	readonly forms: number;
	/** Forms where each of the named questions is answered. */
	readonly complete: number;
}

/**
 * The providers that were in a survey with the instrument that year, with the number of forms; none is left out. A form is
 * complete when all the named questions are answered; without any named all are.
 */
export async function countAnonymousForms(
	work: Work,
	{ instrumentId, year }: ResultsOf,
	questions: readonly string[] = []
): Promise<readonly ProviderForms[]> {
	const rows = await work.query<{
		providerId: ProviderId;
		name: string;
		asked: number | null;
		quarter: Quarter | null;
		forms: number | null;
		complete: number | null;
	}>(sql`
		select p.id as "providerId", p.name, round.asked, counted.quarter, counted.forms, counted.complete
		from ${providerNames} p
		join (
			select l.provider_id,
				case when bool_and(l.invited is not null and s.opens_on >= ${`${year}-01-01`}
						and s.closes_on <= ${`${year}-12-31`} and s.closes_on < ${work.today}) filter (where s.state <> 'draft')
					then (sum(l.invited) filter (where s.state <> 'draft'))::int end as asked
			from ${surveyLinks} l join ${surveys} s on s.board_id = l.board_id and s.id = l.survey_id
			where l.board_id = ${work.boardId} and s.instrument_id = ${instrumentId}
				and s.opens_on <= ${`${year}-12-31`} and s.closes_on >= ${`${year}-01-01`}
			group by l.provider_id
		) round on round.provider_id = p.id
		left join (
			select provider_id, quarter, count(*)::int as forms,
				count(*) filter (where ${hasAll(questions)})::int as complete from ${anonymousResponses}
			where board_id = ${work.boardId} and instrument_id = ${instrumentId}
				and quarter between ${`${year}-Q1`} and ${`${year}-Q4`}
			group by provider_id, quarter
		) counted on counted.provider_id = p.id
		where p.board_id = ${work.boardId}
		order by p.name, p.id, counted.quarter`);
	const byProvider = Map.groupBy(rows, ({ providerId }) => providerId);
	return [...byProvider].map(([providerId, quarters]) => ({
		providerId,
		name: quarters[0]?.name ?? '',
		asked: quarters[0]?.asked ?? null,
		quarters: quarters.flatMap(({ quarter, forms, complete }) =>
			quarter === null || forms === null ? [] : [{ quarter, forms, complete: complete ?? forms }]
		)
	}));
}

const hasAll = (questions: readonly string[]) =>
	questions.length === 0
		? sql`true`
		: sql`answers ?& array(select jsonb_array_elements_text(${JSON.stringify(questions)}::jsonb))`;

/** How many have answered about each provider in each survey, sealed answers too. */
export async function countAnswersBySurvey(
	work: Work
): Promise<
	readonly { readonly surveyId: SurveyId; readonly providerId: ProviderId; readonly forms: number }[]
> {
	return work.query(sql`
		select survey_id as "surveyId", provider_id as "providerId", count(*)::int as forms from (
			select box.survey_id, sealed.provider_id
			from ${sealedAnswers} sealed
			join ${answerBoxes} box on box.board_id = sealed.board_id and box.id = sealed.box_id
			where sealed.board_id = ${work.boardId}
			union all
			select survey_id, provider_id from ${anonymousResponses} where board_id = ${work.boardId}
		) answered
		group by survey_id, provider_id`);
}

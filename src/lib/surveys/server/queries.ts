/** Rows of surveys and their links to and from what the rest of the program knows. */
import { and, asc, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { providerNames } from '#lib/cases/server/queries.ts';
import type { LanguageTag } from '#lib/instruments/questionnaire.ts';
import type { AskedInstrument } from '#lib/instruments/sitting.ts';
import type { QuickExit } from '#lib/instruments/quick-exit.ts';
import type {
	AnswerBoxId,
	BoardId,
	InformationId,
	ProviderId,
	SurveyId,
	SurveyLinkId
} from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import { anyOf } from '#lib/shared/server/any-of.ts';
import { inBatches, oncePerBoard } from '#lib/shared/server/in-batches.ts';
import { boards } from '#lib/shared/server/tables.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { Problem } from '#lib/shared/problem.ts';
import type { Survey, SurveyMode, SurveyState } from '../survey.ts';
import { answerBoxes, sealedAnswers } from './box-tables.ts';
import { surveyFormCounts } from './count-tables.ts';
import { informationTexts, surveyCodes, surveyLinks, surveys } from './tables.ts';

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
	readonly mostAnswers: number | null;
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

/** How many a provider asks, or how many answers its link takes. False when the survey is not about the provider. */
export async function updateSize(
	{ tx, boardId }: Scope,
	link: Pick<NewSurveyLink, 'surveyId' | 'providerId'>,
	size: Partial<Pick<NewSurveyLink, 'invited' | 'mostAnswers'>>
): Promise<boolean> {
	const rows = await tx
		.update(surveyLinks)
		.set(size)
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
			mostAnswers: surveyLinks.mostAnswers,
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
	for (const { survey, providerId, providerName, invited, mostAnswers } of rows) {
		const { boardId: _board, trialHash: _trial, ...rest } = survey;
		const before = found.get(survey.id)?.providers ?? [];
		const isKnown = providerId && providerName !== null;
		const own = isKnown ? [{ providerId, name: providerName, invited, mostAnswers }] : [];
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

/** Whether a survey asks the instrument, alone or with others. */
export const asksInstrument = (instruments: SQL | PgColumn, instrumentId: string): SQL =>
	sql`${instruments} @> ${JSON.stringify([{ id: instrumentId }])}::jsonb`;

/** For other domains to join with: `board_id, id, title, languages, quick_exit, instruments`. */
export const surveyNames = sql`(
	select ${surveys.boardId}, ${surveys.id}, ${surveys.title}, ${surveys.languages}, ${surveys.quickExit},
		${surveys.instruments} from ${surveys}
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
	readonly instruments: readonly AskedInstrument[];
	readonly languages: readonly LanguageTag[];
	readonly quickExit: QuickExit;
	readonly state: SurveyState;
	readonly opensOn: LocalDate;
	readonly closesOn: LocalDate;
	/** Of the provider's shared link. */
	readonly invited: number | null;
	readonly mostAnswers: number | null;
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

/** How many people have answered about a provider: what lies in the survey's open box, and what has been taken out. */
export const answeredSoFar = (boardId: SQL, surveyId: SQL, boxId: SQL, providerId: SQL): SQL => sql`(
	(select count(*)::int from ${sealedAnswers} lying
		where lying.board_id = ${boardId} and lying.box_id = ${boxId} and lying.provider_id = ${providerId})
	+ (select coalesce(sum(forms), 0)::int from (
		select max(counted.forms) as forms from ${surveyFormCounts} counted
		where counted.board_id = ${boardId} and counted.survey_id = ${surveyId}
			and counted.provider_id = ${providerId}
		group by counted.quarter
	) taken_out)
)`;

/** How many have answered about the provider that a shared link is about: for its limit, and never to be told. */
export async function countByLink(
	{ query, boardId }: Pick<Work, 'query' | 'boardId'>,
	{ surveyId, boxId, providerId }: Pick<SurveyLinkRow, 'surveyId' | 'boxId' | 'providerId'>
): Promise<number> {
	const ids = [
		sql`${boardId}::uuid`,
		sql`${surveyId}::uuid`,
		sql`${boxId}::uuid`,
		sql`${providerId}::uuid`
	] as const;
	const [row] = await query<{ answered: number }>(sql`select ${answeredSoFar(...ids)} as answered`);
	return row?.answered ?? 0;
}

/** A row for each door, where `door` has kind, survey_id, provider_id, link_id and is_used; other columns before the rest. */
const throughDoors = (boardId: BoardId, first = sql``) => sql`
	select ${first}door.kind as door, door.is_used as "isUsed", door.link_id as "linkId", s.id as "surveyId",
		door.provider_id as "providerId", p.name as "providerName", s.title as "surveyTitle", s.anonymity as mode,
		s.instruments, s.languages, s.quick_exit as "quickExit", s.state,
		s.opens_on as "opensOn", s.closes_on as "closesOn", b.name as "boardName",
		link.invited, link.most_answers as "mostAnswers",
		case when s.state = 'draft' then ${toldToday} else s.information_id end as "informationId",
		box.id as "boxId", box.public_key as "boxPublicKey", box.size as "boxSize"
	from door
	join ${surveys} s on s.board_id = ${boardId} and s.id = door.survey_id
	join ${providerNames} p on p.board_id = s.board_id and p.id = door.provider_id
	join ${boards} b on b.id = s.board_id
	left join ${surveyLinks} link on link.board_id = s.board_id and link.id = door.link_id
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
			where board_id = ${work.boardId} and id = ${anyOf(linkIds)}
		)
		${throughDoors(work.boardId)}
		order by s.opens_on, s.title, p.name, door.link_id`);
}

/** Where a survey's shared links lead; before it is published they have no ids, and the providers' stand for them. */
export function listSharedLinksOf(work: Work, surveyId: SurveyId): Promise<readonly SharedLinkRow[]> {
	return work.query<SharedLinkRow>(sql`
		with door as (
			select 'shared' as kind, survey_id, provider_id, coalesce(id, provider_id) as link_id, false as is_used
			from ${surveyLinks} where board_id = ${work.boardId} and survey_id = ${surveyId}
		)
		${throughDoors(work.boardId)}
		order by p.name, door.link_id`);
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

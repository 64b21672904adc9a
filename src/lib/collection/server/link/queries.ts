/**
 * What a link's holder sets in motion. Each is one statement, prepared once: a whole class may answer at the same time
 * on a small machine.
 */
import { sql, type SQL } from 'drizzle-orm';
import type { Client } from '#lib/cases/case.ts';
import { clientFactsByCase, providerNames } from '#lib/cases/server/queries.ts';
import type { Answers, LanguageTag } from '#lib/instruments/questionnaire.ts';
import type { AskedInstrument } from '#lib/instruments/sitting.ts';
import type { QuickExit } from '#lib/instruments/quick-exit.ts';
import type {
	AdministrationId,
	BoardId,
	CaseId,
	InformationId,
	OccasionId,
	ResponseId
} from '#lib/shared/ids.ts';
import { plansOfOccasions } from '#lib/plans/server/queries.ts';
import type { Sealed } from '#lib/secrecy/sealed-columns.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { inBatches, oncePerBoard } from '#lib/shared/server/in-batches.ts';
import { boards } from '#lib/shared/server/tables.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { publishedAboutCases } from '#lib/surveys/server/information/queries.ts';
import { surveyNames } from '#lib/surveys/server/queries.ts';
import type { Administration } from '../../administration.ts';
import { mergeLayers, type AnswerLayers } from '../../answer-layers.ts';
import { decideLink } from '../../decide-link.ts';
import { administrations, responses } from '../tables.ts';

export interface LinkRow {
	readonly administrationId: AdministrationId;
	readonly caseId: CaseId;
	readonly occasionId: OccasionId | null;
	readonly instrumentId: string;
	readonly instrumentVersion: string;
	readonly state: Administration['state'];
	readonly expiresOn: LocalDate;
	readonly respondent: Administration['respondent'];
	readonly draftAnswers: Answers | null;
	/** The same as it is stored: another one each time it is saved. */
	readonly sealedDraft: Sealed | null;
	readonly draftPage: string | null;
	readonly draftLanguage: LanguageTag | null;
	readonly draftLayers: AnswerLayers | null;
	readonly sex: Client['sex'];
	readonly birthYear: Client['birthYear'];
	readonly responseId: ResponseId | null;
	/** What a survey asks besides, in the same sitting, in order; each is an administration of its own. */
	readonly others: readonly FormOfLink[];
	readonly boardName: string;
	/** The confidential survey that it is a part of; null for any other. */
	readonly surveyLanguages: readonly LanguageTag[] | null;
	readonly surveyQuickExit: QuickExit | null;
	/** Whom the survey is about. */
	readonly surveyProvider: string | null;
	/** What the person is told now: the newest version until they have begun, from then on the one they began with. */
	readonly informationId: InformationId | null;
}

/** An administration that the link's answers belong to. */
export interface FormOfLink {
	readonly administrationId: AdministrationId;
	readonly instrumentId: string;
	readonly instrumentVersion: string;
	/** Of the link itself, or of none: the others in a sitting have a hash that nothing leads to. */
	readonly tokenHash: string;
}

/** What is asked by the link, in order. */
export function listAsked(
	link: Pick<LinkRow, 'instrumentId' | 'instrumentVersion' | 'others'>
): AskedInstrument[] {
	return [link, ...link.others].map(({ instrumentId: id, instrumentVersion: version }) => ({ id, version }));
}

type FoundRow = Omit<LinkRow, 'draftAnswers' | 'draftLayers'> & {
	readonly tokenHash: string;
	readonly sealedLayers: Sealed | null;
};

/** The administration that a link belongs to, or null. Those who ask at the same time share a statement. */
export async function findLinkRow(work: Work, tokenHash: string): Promise<LinkRow | null> {
	const row = await finderOf(work)(tokenHash);
	if (!row) return null;
	const { administrationId: id, sealedDraft, sealedLayers } = row;
	if (sealedDraft === null) return { ...row, draftAnswers: null, draftLayers: null };
	const { open } = await work.cipher();
	return {
		...row,
		draftAnswers: JSON.parse(open('administrations.draft_answers', id, sealedDraft)) as Answers,
		draftLayers: JSON.parse(open('administrations.draft_layers', id, sealedLayers) ?? '{}') as AnswerLayers
	};
}

const finderOf = oncePerBoard(({ query, boardId }: Pick<Work, 'query' | 'boardId'>) =>
	inBatches<string, FoundRow | null>({
		limit: mostTogether,
		atOnce: 1,
		keyOf: null,
		carryOut: (hashes) => findRows(query, boardId, hashes)
	})
);

/** Also tells PostgreSQL how few rows there are at most. */
const mostTogether = 32;

/** `lateral` with `limit 1` keeps PostgreSQL looking each link up, however many it believes that there are. */
async function findRows(
	query: Work['query'],
	boardId: BoardId,
	hashes: readonly string[]
): Promise<readonly (FoundRow | null)[]> {
	const rows = await query<FoundRow>(sql`
		select a.token_hash as "tokenHash", a.id as "administrationId", a.case_id as "caseId", a.occasion_id as "occasionId",
			a.instrument_id as "instrumentId", a.instrument_version as "instrumentVersion", a.state,
			a.expires_on as "expiresOn", a.respondent, a.draft_answers as "sealedDraft", a.draft_page as "draftPage",
			a.draft_language as "draftLanguage", a.draft_layers as "sealedLayers", client.sex, client.birth_year as "birthYear", r.id as "responseId",
			b.name as "boardName", survey.languages as "surveyLanguages",
			survey.quick_exit as "surveyQuickExit", provider.name as "surveyProvider", coalesce(more.others, '[]') as others,
			case when a.state = 'sent' then coalesce(newest.id, a.information_id)
				else coalesce(a.information_id, newest.id) end as "informationId"
		from (
			select hash from jsonb_array_elements_text(${JSON.stringify([...new Set(hashes)])}::jsonb) as hash
			limit ${mostTogether}
		) wanted
		cross join lateral (
			select * from ${administrations} where board_id = ${boardId} and token_hash = wanted.hash limit 1
		) a
		cross join lateral (
			select * from ${clientFactsByCase} client where client.board_id = a.board_id and client.case_id = a.case_id
			limit 1
		) client
		left join lateral (
			select id from ${responses} where board_id = a.board_id and administration_id = a.id limit 1
		) r on true
		left join lateral (
			-- The plan's own text before the board's general one.
			select text.id from ${publishedAboutCases} text
			where a.survey_id is null and text.board_id = a.board_id and text.withdrawn_on is null and ${isToldIn(sql`a`)}
			order by text.plan_id nulls last, text.version desc limit 1
		) newest on true
		left join ${surveyNames} survey on survey.board_id = a.board_id and survey.id = a.survey_id
		left join lateral (
			select jsonb_agg(jsonb_build_object('administrationId', o.id, 'instrumentId', o.instrument_id,
				'instrumentVersion', o.instrument_version, 'tokenHash', o.token_hash) order by asked.place) as others
			from jsonb_array_elements(survey.instruments) with ordinality as asked(instrument, place)
			join ${administrations} o on o.board_id = a.board_id and o.survey_id = a.survey_id and o.case_id = a.case_id
				and o.instrument_id = asked.instrument ->> 'id'
			where asked.place > 1
		) more on true
		left join ${providerNames} provider on provider.board_id = a.board_id and provider.id = a.provider_id
		join ${boards} b on b.id = a.board_id`);
	const rowByHash = new Map(rows.map((row) => [row.tokenHash, row]));
	return hashes.map((hash) => rowByHash.get(hash) ?? null);
}

/** Answers to keep until the link is opened again. */
export interface DraftChange {
	readonly tokenHash: string;
	/** Questions whose earlier answers go away, whether or not there is a new one. */
	readonly replaces: readonly string[];
	readonly answers: Answers;
	readonly page: string | null;
	readonly language: LanguageTag;
	/** Questions that were shown with pictures. */
	readonly pictured: readonly string[];
	/** What the page they come from told, or null when it does not say. */
	readonly informationId: InformationId | null;
}

/** How often a draft is tried again when it was saved from elsewhere meanwhile; somebody gets through each time. */
const draftAttempts = 50;

/**
 * Merges answers into the draft that was read. The draft is sealed and merged here, and stored only if nobody else has
 * stored one meanwhile; otherwise it is read again. False when the link was closed meanwhile.
 */
export async function mergeDraft(work: Work, read: LinkRow, change: DraftChange): Promise<boolean> {
	const cipher = await work.cipher();
	let link: LinkRow | null = read;
	for (let attempt = 1; link && attempt <= draftAttempts; attempt += 1) {
		const id = link.administrationId;
		const text = JSON.stringify(mergeAnswers(link.draftAnswers ?? {}, change));
		const layers = JSON.stringify(mergeLayers(link.draftLayers ?? {}, change));
		const rows = await work.query(sql`
			update ${administrations} a set
				state = 'started',
				draft_answers = ${cipher.seal('administrations.draft_answers', id, text)}::text,
				draft_page = ${change.page},
				draft_language = ${change.language},
				draft_layers = ${cipher.seal('administrations.draft_layers', id, layers)}::text,
				information_id = ${toldInformation(sql`${change.informationId}::uuid`, sql`a`)}
			where board_id = ${work.boardId} and token_hash = ${change.tokenHash}
				and draft_answers is not distinct from ${link.sealedDraft}::text
				and state in ('sent', 'started') and expires_on >= ${work.today}
			returning id`);
		if (rows.length === 1) return true;
		link = await findLinkRow(work, change.tokenHash);
		if (link && !decideLink(link, work.today).ok) return false;
	}
	return false;
}

/** Takes away what has been answered and not sent, as if the link had never been opened. Nothing where it is closed. */
export async function deleteDraft(work: Work, tokenHash: string): Promise<void> {
	await work.query(sql`
		update ${administrations} set state = 'sent', draft_answers = null, draft_page = null, draft_language = null,
			draft_layers = null
		where board_id = ${work.boardId} and token_hash = ${tokenHash} and state = 'started'`);
}

/**
 * Which version the person has been told, for the statement that stores what they answered: the one their page told when
 * they begin, never another after that; a survey has told everybody the same. What is no published text of the board's, or another plan's, is not believed.
 */
export function toldInformation(told: SQL, row: SQL): SQL {
	return sql`case when ${told} is not null and ${row}.survey_id is null and (${row}.state = 'sent' or ${row}.information_id is null) then coalesce((
		select text.id from ${publishedAboutCases} text
		where text.board_id = ${row}.board_id and text.id = ${told} and ${isToldIn(row)}
	), ${row}.information_id) else ${row}.information_id end`;
}

/** Whether a `text` is the board's general one or that of the plan whose occasion the administration is for. */
const isToldIn = (row: SQL): SQL => sql`(text.plan_id is null or text.plan_id = (
	select plan.plan_id from ${plansOfOccasions} plan
	where plan.board_id = ${row}.board_id and plan.occasion_id = ${row}.occasion_id
))`;

function mergeAnswers(kept: Answers, { replaces, answers }: DraftChange): Answers {
	const gone = new Set(replaces);
	return { ...Object.fromEntries(Object.entries(kept).filter(([name]) => !gone.has(name))), ...answers };
}

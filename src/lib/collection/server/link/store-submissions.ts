/**
 * Storing what was sent in. One statement closes the links and stores answers, scores and the lines in the access log:
 * all or nothing, since a statement is a transaction. When many send at the same time one statement takes several of
 * them, so that they share the wait for the disk.
 */
import { sql } from 'drizzle-orm';
import { signEvent } from '#lib/audit/server/queries.ts';
import type { LanguageTag, Answers } from '#lib/instruments/questionnaire.ts';
import type { InstrumentScores } from '#lib/scoring/score.ts';
import { toOccasionColumns, type OccasionRow } from '#lib/plans/server/queries.ts';
import type { AdministrationId, BoardId, CaseId, InformationId, ResponseId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { inBatches, oncePerBoard } from '#lib/shared/server/in-batches.ts';
import type { Work } from '#lib/shared/server/work.ts';
import type { Help } from '../../administration.ts';
import type { AnswerLayers } from '../../answer-layers.ts';
import { mostForms } from '#lib/instruments/sitting.ts';
import { administrations } from '../tables.ts';
import { toldInformation } from './queries.ts';

export interface Submission {
	readonly administrationId: AdministrationId;
	readonly caseId: CaseId;
	readonly tokenHash: string;
	readonly responseId: ResponseId;
	readonly help: Help;
	readonly language: LanguageTag;
	readonly answerLayers: AnswerLayers;
	readonly informationId: InformationId | null;
	readonly answers: Answers;
	readonly scored: InstrumentScores;
	/** Items answered so that somebody responsible must see it. */
	readonly risks: readonly string[];
	/** The plan's next occasion, where this one makes it. */
	readonly next: OccasionRow | null;
}

/** A submission as the statement takes it. */
interface Parcel {
	readonly administrationId: AdministrationId;
	readonly tokenHash: string;
	readonly responseId: ResponseId;
	readonly help: Help;
	readonly language: LanguageTag;
	/** Sealed; null where there are none. */
	readonly answerLayers: string | null;
	readonly informationId: InformationId | null;
	readonly today: LocalDate;
	/** Sealed. */
	readonly answers: string;
	readonly scored: InstrumentScores;
	readonly alerts: readonly { readonly id: string; readonly item: string }[];
	readonly next: NextOccasion | null;
	readonly line: ReturnType<typeof signEvent>;
}

/**
 * Stores the submission: of one form, or of all forms that were answered in one sitting, the link's own first. False, and
 * nothing stored, when the link is no longer open; of many at the same time one closes it.
 */
export async function storeSubmission(work: Work, forms: readonly Submission[]): Promise<boolean> {
	const parcels: Parcel[] = [];
	for (const form of forms) parcels.push(await toParcel(work, form));
	const isStored = await storerOf(work)(parcels);
	if (isStored) work.trail.sealSoon(work.boardId);
	return isStored;
}

async function toParcel(work: Work, submission: Submission): Promise<Parcel> {
	const { answers, answerLayers, caseId, risks, next, ...rest } = submission;
	const layers = Object.keys(answerLayers).length > 0 ? JSON.stringify(answerLayers) : null;
	const cipher = await work.cipher();
	const subject = { type: 'response', id: rest.responseId, caseId } as const;
	return {
		...rest,
		today: work.today,
		answers: cipher.seal('responses.answers', rest.responseId, JSON.stringify(answers)),
		answerLayers: cipher.seal('responses.answer_layers', rest.responseId, layers),
		alerts: risks.map((item) => ({ id: work.newId(), item })),
		next: next && toNext(next),
		line: signEvent(work, 'write', 'submitResponse', subject)
	};
}

/** An occasion as the statement takes it, its days included. */
type NextOccasion = Omit<OccasionRow, 'days' | 'outcome'> & ReturnType<typeof toOccasionColumns>;

function toNext({ days, outcome, ...rest }: OccasionRow): NextOccasion {
	return { ...rest, ...toOccasionColumns(days, outcome) };
}

const storerOf = oncePerBoard(({ query, boardId }: Pick<Work, 'query' | 'boardId'>) =>
	inBatches<readonly Parcel[], boolean>({
		limit: mostTogether,
		// More at once would only make smaller batches: what a statement costs, it costs mostly once.
		atOnce: 1,
		// The same link twice, pressed twice or sent again: the second finds it closed.
		keyOf: ([link]) => link?.administrationId ?? '',
		carryOut: (sittings) => storeSittings(query, boardId, sittings)
	})
);

/** Also tells PostgreSQL how few rows there are at most, so that it looks links up instead of reading them all. */
const mostTogether = 32;

async function storeSittings(
	query: Work['query'],
	boardId: BoardId,
	sittings: readonly (readonly Parcel[])[]
): Promise<readonly boolean[]> {
	const parcels = sittings.flat();
	const mostRows = parcels.length > mostTogether ? mostTogether * mostForms : mostTogether;
	// In one order, whoever sends: two servers that close the same links must not wait for each other.
	const inOrder = [...parcels].sort((a, b) => (a.administrationId < b.administrationId ? -1 : 1));
	const rows = await query<{ id: ResponseId }>(sql`
		with sent as (
			select * from jsonb_to_recordset(${toRows(inOrder.map(toSent))}::jsonb) as sent("administrationId" uuid,
				"tokenHash" text, "responseId" uuid, help text, language text, "answerLayers" text, "informationId" uuid, today date, answers text,
				"ruleVersion" text, "instrumentVersion" text, "lineId" uuid, "happenedAt" timestamptz, action text, kind text,
				"subjectType" text, "subjectId" uuid, "caseId" uuid, "actorKind" text, "actorId" text, "workContext" text,
				reason text, "keyId" text, mac text)
			limit ${mostRows}
		), closed as (
			update ${administrations} a
			set state = 'answered', draft_answers = null, draft_page = null, draft_language = null, draft_layers = null,
				information_id = ${toldInformation(sql`sent."informationId"`, sql`a`)}
			from sent
			where a.board_id = ${boardId} and a.id = sent."administrationId" and a.token_hash = sent."tokenHash"
				and a.state in ('sent', 'started') and a.expires_on >= sent.today
			returning a.board_id, a.case_id, a.occasion_id, sent.*
		), answered as (
			insert into responses (board_id, id, administration_id, help, language, answer_layers, answered_on, answers)
			select board_id, "responseId", "administrationId", help, language, "answerLayers", today, answers
			from closed
		), scored as (
			insert into scores (board_id, response_id, scale, rule_version, instrument_version, score, reason, answered,
				item_count, lowest_possible, highest_possible, is_prorated, bands, band_unknown_because, possible_bands)
			select closed.board_id, of."responseId", of.scale, closed."ruleVersion", closed."instrumentVersion", of.score,
				of.reason, of.answered, of."itemCount", of."lowestPossible", of."highestPossible", of."isProrated", of.bands,
				of."bandUnknownBecause", of."possibleBands"
			from jsonb_to_recordset(${toRows(inOrder.flatMap(toScores))}::jsonb) as of("responseId" uuid, scale text,
				score double precision, reason text, answered smallint, "itemCount" smallint,
				"lowestPossible" double precision, "highestPossible" double precision, "isProrated" boolean, bands jsonb,
				"bandUnknownBecause" text, "possibleBands" jsonb)
			join closed on closed."responseId" = of."responseId"
		), alerted as (
			insert into risk_alerts (board_id, id, case_id, response_id, item, raised_on)
			select closed.board_id, alert.id, closed.case_id, closed."responseId", alert.item, closed.today
			from jsonb_to_recordset(${toRows(inOrder.flatMap(toAlerts))}::jsonb)
				as alert("responseId" uuid, id uuid, item text)
			join closed on closed."responseId" = alert."responseId"
		), settled as (
			-- An answer that came is an answer, also to what had been given up.
			update case_occasions o set state = 'done', settled_on = closed.today, missed_reason = null
			from closed
			where o.board_id = closed.board_id and o.id = closed.occasion_id and o.state <> 'done'
		), planned as (
			insert into case_occasions (board_id, id, case_plan_id, case_id, plan_version, line, rule, sequence, phase,
				instrument_id, respondent, opens_on, due_on, closes_on, state)
			select closed.board_id, next.id, next."casePlanId", next."caseId", next."planVersion", next.line, next.rule,
				next.sequence, next.phase, next."instrumentId", next.respondent, next."opensOn", next."dueOn",
				next."closesOn", next.state
			from jsonb_to_recordset(${toRows(inOrder.flatMap(toPlanned))}::jsonb) as next("responseId" uuid,
				id uuid, "casePlanId" uuid, "caseId" uuid, "planVersion" smallint, line text, rule text, sequence smallint,
				phase text, "instrumentId" text, respondent text, "opensOn" date, "dueOn" date, "closesOn" date, state text)
			join closed on closed."responseId" = next."responseId"
			on conflict on constraint case_occasions_key do nothing
		), logged as (
			insert into audit_events (board_id, id, happened_at, action, kind, subject_type, subject_id, case_id, actor_kind,
				actor_id, work_context, reason, key_id, mac)
			select board_id, "lineId", "happenedAt", action, kind, "subjectType", "subjectId", "caseId", "actorKind",
				"actorId", "workContext", reason, "keyId", mac
			from closed
		)
		select "responseId" as id from closed`);
	const stored = new Set(rows.map(({ id }) => id));
	// A sitting's administrations are open together and close together: see `closed`, `updateAsWithdrawn` and `updateLink`.
	return sittings.map((forms) => forms.every(({ responseId }) => stored.has(responseId)));
}

/**
 * Rows as one parameter. Each kind is one flat list that names its response, taken apart once by the database: lists within
 * lists are taken apart anew for every row.
 */
function toRows(rows: readonly object[]): string {
	return JSON.stringify(rows);
}

/** What is left out is null in the row, and need not be sent and read. */
function withoutNulls(row: Readonly<Record<string, unknown>>): object {
	return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}

function toSent({ scored, alerts: _alerts, next: _next, line, ...rest }: Parcel): object {
	const { id: lineId, boardId: _boardId, ...event } = line;
	const { ruleVersion, version: instrumentVersion } = scored;
	return withoutNulls({ ...event, ...rest, lineId, ruleVersion, instrumentVersion });
}

function toScores({ responseId, scored }: Parcel): object[] {
	return Object.entries(scored.scales).map(([scale, score]) => withoutNulls({ responseId, scale, ...score }));
}

function toAlerts({ responseId, alerts }: Parcel): object[] {
	return alerts.map((alert) => ({ responseId, ...alert }));
}

function toPlanned({ responseId, next }: Parcel): object[] {
	return next ? [{ responseId, ...next }] : [];
}

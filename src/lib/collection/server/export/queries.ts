/** Responses in order and a few at a time, for files of many: nobody has to hold them all. */
import { sql, type SQL } from 'drizzle-orm';
import type { Client } from '#lib/cases/case.ts';
import { interventionsByCase, providerNames, unprotectedCases } from '#lib/cases/server/queries.ts';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import type { FieldCipher } from '#lib/secrecy/server/field-cipher.ts';
import type { Sealed } from '#lib/secrecy/sealed-columns.ts';
import {
	beforeEveryId,
	type BoardId,
	type CaseId,
	type InterventionId,
	type ProviderId,
	type UnitId
} from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Work } from '#lib/shared/server/work.ts';
import type { AnswerLayers } from '../../answer-layers.ts';
import type { CaseResponse } from '../../administration.ts';
import type { UnansweredMarks } from '../../unanswered.ts';
import { responseRestrictions } from '../correction-tables.ts';
import { administrations, responses } from '../tables.ts';

type Scope = Pick<Work, 'query' | 'boardId'>;

/** Instruments that have been answered in the cases, by id and version; `within` has `id` of cases. */
export function listAnsweredInstruments(
	{ query, boardId }: Scope,
	within: SQL
): Promise<readonly { readonly instrumentId: string; readonly instrumentVersion: string }[]> {
	return query(sql`
		select distinct a.instrument_id as "instrumentId", a.instrument_version as "instrumentVersion"
		from ${administrations} a join ${within} c on c.id = a.case_id
		where a.board_id = ${boardId} and a.state = 'answered'
		order by 1, 2`);
}

export interface ResponsesWanted {
	readonly instrumentId: string;
	readonly instrumentVersion: string;
	readonly fromDay: LocalDate | null;
	readonly toDay: LocalDate | null;
	readonly providerId: ProviderId | null;
	/** Null is every unit. */
	readonly unitIds: readonly UnitId[] | null;
}

export interface ResponseRow extends Pick<
	CaseResponse,
	'id' | 'caseId' | 'occasion' | 'respondent' | 'mode' | 'help' | 'language' | 'answeredOn' | 'answers'
> {
	readonly answerLayers: AnswerLayers;
	readonly unanswered: UnansweredMarks;
	readonly sex: Client['sex'];
	readonly birthYear: Client['birthYear'];
	readonly interventionId: InterventionId | null;
	readonly provider: string | null;
	/** Which in order of the case's responses to the instrument, from 1. */
	readonly repeat: number;
}

/** How many responses there are. */
export async function countResponses(scope: Scope, wanted: ResponsesWanted): Promise<number> {
	const rows = await scope.query<{ count: number }>(sql`
		select count(*)::int as count from ${usable(scope.boardId, wanted)} r where ${ofProvider(scope.boardId, wanted)}`);
	return rows[0]?.count ?? 0;
}

/**
 * The next cases that have answered the instrument, in order of their ids; null is before the first. As many as have about
 * `limit` responses, at least one, and none when there are no more.
 */
export async function listCasesAnswered(
	{ query, boardId }: Scope,
	{ instrumentId, instrumentVersion }: ResponsesWanted,
	after: CaseId | null,
	limit: number
): Promise<readonly CaseId[]> {
	const rows = await query<{ caseId: CaseId }>(sql`
		select case_id as "caseId" from ${administrations}
		where board_id = ${boardId} and case_id > ${after ?? beforeEveryId}::uuid and state = 'answered'
			and instrument_id = ${instrumentId} and instrument_version = ${instrumentVersion}
		order by case_id limit ${limit}`);
	return [...new Set(rows.map(({ caseId }) => caseId))];
}

/**
 * The responses of the cases, in order of case, day and id. Left out: cases with protected identity, and responses that may
 * not be used (GDPR art. 18). The intervention is the one under way on the day, or else the one that began nearest to it.
 */
export async function listResponses(
	scope: Scope,
	cipher: FieldCipher,
	wanted: ResponsesWanted,
	caseIds: readonly CaseId[]
): Promise<readonly ResponseRow[]> {
	type SealedRow = Omit<ResponseRow, 'answers' | 'answerLayers'> & {
		readonly answers: Sealed;
		readonly answerLayers: Sealed | null;
	};
	const rows = await scope.query<SealedRow>(sql`
		with r as (
			select * from ${usable(scope.boardId, wanted)} r
			where r.case_id = any(${`{${caseIds.join()}}`}::uuid[]) and ${ofProvider(scope.boardId, wanted)}
		)
		select r.id, r.case_id as "caseId", r.occasion, r.respondent, r.mode, r.help, r.language,
			r.answered_on as "answeredOn", r.answers, r.answer_layers as "answerLayers", r.unanswered, r.sex, r.birth_year as "birthYear",
			i.id as "interventionId", p.name as provider,
			(
				select count(*)::int from ${administrations} a
				join ${responses} before on before.board_id = a.board_id and before.administration_id = a.id
				where a.board_id = ${scope.boardId} and a.case_id = r.case_id and a.instrument_id = ${wanted.instrumentId}
					and (before.answered_on, before.id) <= (r.answered_on, r.id)
			) as repeat
		from r
		left join lateral (${nearestIntervention(scope.boardId)}) i on true
		left join ${providerNames} p on p.board_id = ${scope.boardId} and p.id = i.provider_id
		order by r.case_id, r.answered_on, r.id`);
	return rows.map((row) => ({
		...row,
		answers: JSON.parse(cipher.open('responses.answers', row.id, row.answers)) as Answers,
		answerLayers: JSON.parse(
			cipher.open('responses.answer_layers', row.id, row.answerLayers) ?? '{}'
		) as AnswerLayers
	}));
}

/** Responses to the instrument that may be in a file, with what is known of whose they are. */
function usable(boardId: BoardId, wanted: ResponsesWanted): SQL {
	const units = wanted.unitIds === null ? null : JSON.stringify(wanted.unitIds);
	return sql`(
		select a.case_id, a.occasion, a.respondent, a.mode, r.id, r.help, r.language, r.answered_on, r.answers,
			r.answer_layers, r.unanswered, c.sex, c.birth_year
		from ${administrations} a
		join ${responses} r on r.board_id = a.board_id and r.administration_id = a.id
		join ${unprotectedCases} c on c.board_id = a.board_id and c.case_id = a.case_id
		where a.board_id = ${boardId} and a.state = 'answered'
			and a.instrument_id = ${wanted.instrumentId} and a.instrument_version = ${wanted.instrumentVersion}
			and (${wanted.fromDay}::date is null or r.answered_on >= ${wanted.fromDay}::date)
			and (${wanted.toDay}::date is null or r.answered_on <= ${wanted.toDay}::date)
			and (${units}::jsonb is null
				or c.unit_id::text in (select jsonb_array_elements_text(${units}::jsonb)))
			and not exists (
				select from ${responseRestrictions} held
				where held.board_id = r.board_id and held.response_id = r.id and held.lifted_on is null
			)
	)`;
}

/** For the row `r`. */
function nearestIntervention(boardId: BoardId): SQL {
	return sql`
		select i.id, i.provider_id from ${interventionsByCase} i
		where i.board_id = ${boardId} and i.case_id = r.case_id
		order by (i.started_on <= r.answered_on and (i.ended_on is null or i.ended_on >= r.answered_on)) desc nulls last,
			abs(r.answered_on - coalesce(i.started_on, i.decided_on)) nulls last, i.id
		limit 1`;
}

function ofProvider(boardId: BoardId, { providerId }: ResponsesWanted): SQL {
	if (providerId === null) return sql`true`;
	return sql`(select n.provider_id from (${nearestIntervention(boardId)}) n) = ${providerId}::uuid`;
}

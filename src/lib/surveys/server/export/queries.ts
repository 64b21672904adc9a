/** Anonymous responses a few at a time, for files of many. */
import { sql } from 'drizzle-orm';
import { providerNames } from '#lib/cases/server/queries.ts';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import { beforeEveryId, type ProviderId, type ResponseId } from '#lib/shared/ids.ts';
import type { Quarter } from '#lib/shared/local-date.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { anonymousResponses, surveys } from '../tables.ts';

type Scope = Pick<Work, 'query' | 'boardId'>;

interface InstrumentVersion {
	readonly instrumentId: string;
	readonly instrumentVersion: string;
}

/** Instruments that surveys have been held with: whether anybody has answered is not said. */
export function listSurveyedInstruments({ query, boardId }: Scope): Promise<readonly InstrumentVersion[]> {
	return query<InstrumentVersion>(sql`
		select distinct asked ->> 'id' as "instrumentId", asked ->> 'version' as "instrumentVersion"
		from ${surveys}, jsonb_array_elements(instruments) as asked where board_id = ${boardId} order by 1, 2`);
}

/** Responses per provider and quarter. For the disclosure control only. */
export function countAnswersByQuarter(
	{ query, boardId }: Scope,
	{ instrumentId, instrumentVersion }: InstrumentVersion
): Promise<
	readonly { readonly providerId: ProviderId; readonly quarter: Quarter; readonly answers: number }[]
> {
	return query(sql`
		select provider_id as "providerId", quarter, count(*)::int as answers
		from ${anonymousResponses}
		where board_id = ${boardId} and instrument_id = ${instrumentId} and instrument_version = ${instrumentVersion}
		group by provider_id, quarter order by provider_id, quarter`);
}

export interface AnonymousRow {
	readonly id: ResponseId;
	readonly providerId: ProviderId;
	readonly provider: string;
	readonly quarter: Quarter;
	readonly answers: Answers;
}

/**
 * The next responses of the providers' quarters, in order of their ids: those are random, made where the answer was given.
 * What was written in words is not read.
 */
export function listAnonymousResponses(
	{ query, boardId }: Scope,
	{ instrumentId, instrumentVersion }: InstrumentVersion,
	released: readonly { readonly providerId: ProviderId; readonly quarter: Quarter }[],
	after: ResponseId | null,
	limit: number
): Promise<readonly AnonymousRow[]> {
	return query<AnonymousRow>(sql`
		select r.id, r.provider_id as "providerId", p.name as provider, r.quarter, r.answers
		from ${anonymousResponses} r
		join ${providerNames} p on p.board_id = r.board_id and p.id = r.provider_id
		where r.board_id = ${boardId} and r.instrument_id = ${instrumentId}
			and r.instrument_version = ${instrumentVersion}
			and r.id > ${after ?? beforeEveryId}::uuid
			and exists (
				select from jsonb_to_recordset(${JSON.stringify(released)}::jsonb) as let("providerId" uuid, quarter text)
				where let."providerId" = r.provider_id and let.quarter = r.quarter
			)
		order by r.id limit ${limit}`);
}

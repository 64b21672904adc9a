/** Cases that a confidential survey asks: chosen in the database by unit, provider and when help was given, never by name. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { CaseId, ClientId, ProviderId, UnitId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { cases, clients, interventions } from '../tables.ts';

export interface TargetWanted {
	/** Null is every unit. */
	readonly unitId: UnitId | null;
	readonly interventions: 'under-way' | 'ended';
	readonly from: LocalDate;
	readonly to: LocalDate;
	readonly providerIds: readonly ProviderId[];
	/** Cases of people who have been asked already. */
	readonly except: readonly CaseId[];
	/** Reasons for which a person can no longer be asked, and where they are written: `board_id, case_id` of those cases. */
	readonly unreachable: ReturnType<typeof sql>;
}

export interface TargetCase {
	readonly caseId: CaseId;
	readonly clientId: ClientId;
	/** The provider of the latest intervention that counts. */
	readonly providerId: ProviderId;
	readonly hasEnded: boolean;
}

/**
 * One case for each person: the one with the latest help. Nobody with protected identity in any of their cases, since a
 * message to many is no place for them; nobody who has died or moved; and those with help under way only in open cases.
 */
export function listTarget(
	{ query, boardId }: Pick<Work, 'query' | 'boardId'>,
	{ unitId, interventions: which, from, to, providerIds, except, unreachable }: TargetWanted
): Promise<readonly TargetCase[]> {
	const started = sql`coalesce(i.started_on, i.decided_on)`;
	const counts =
		which === 'ended'
			? sql`i.ended_on between ${from} and ${to}`
			: sql`c.closed_on is null and ${started} <= ${to} and (i.ended_on is null or i.ended_on >= ${from})`;
	return query<TargetCase>(sql`
		select distinct on (c.client_id) c.id as "caseId", c.client_id as "clientId", i.provider_id as "providerId",
			(i.ended_on is not null) as "hasEnded"
		from ${cases} c
		join ${interventions} i on i.board_id = c.board_id and i.case_id = c.id
		where c.board_id = ${boardId} and ${counts}
			and (${unitId}::uuid is null or c.unit_id = ${unitId}::uuid)
			and i.provider_id::text in (select jsonb_array_elements_text(${JSON.stringify(providerIds)}::jsonb))
			and not exists (
				select from ${cases} p where p.board_id = c.board_id and p.client_id = c.client_id and (p.is_protected
					or p.id::text in (select jsonb_array_elements_text(${JSON.stringify(except)}::jsonb)))
			)
			and not exists (
				select from ${cases} p join ${unreachable} gone on gone.board_id = p.board_id and gone.case_id = p.id
				where p.board_id = c.board_id and p.client_id = c.client_id
			)
		order by c.client_id, i.ended_on desc nulls first, ${started} desc nulls last, i.id`);
}

/** The names of the clients of cases, of those that have one stored and whose identity is not protected. */
export async function listNamesOfCases(
	{ tx, boardId, cipher }: Pick<Work, 'tx' | 'boardId' | 'cipher'>,
	caseIds: readonly CaseId[]
): Promise<ReadonlyMap<CaseId, string>> {
	if (caseIds.length === 0) return new Map();
	const { open } = await cipher();
	const rows = await tx
		.select({ caseId: cases.id, clientId: clients.id, name: clients.name })
		.from(cases)
		.innerJoin(clients, and(eq(clients.boardId, cases.boardId), eq(clients.id, cases.clientId)))
		.where(and(eq(cases.boardId, boardId), inArray(cases.id, [...caseIds]), eq(cases.isProtected, false)));
	return new Map(
		rows.flatMap(({ caseId, clientId, name }) =>
			name === null ? [] : [[caseId, open('clients.name', clientId, name)] as const]
		)
	);
}

/** The number of a case; null when there is none. */
export async function findCaseNumber(
	{ tx, boardId }: Pick<Work, 'tx' | 'boardId'>,
	caseId: CaseId
): Promise<string | null> {
	const [found] = await tx
		.select({ caseNumber: cases.caseNumber })
		.from(cases)
		.where(and(eq(cases.boardId, boardId), eq(cases.id, caseId)));
	return found?.caseNumber ?? null;
}

/** The cases that a report may count: those of the actor's units or board, and for a provider's staff its interventions. */
import { sql, type SQL } from 'drizzle-orm';
import type { CaseId, ClientId, InterventionId, ProviderId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { anyOf } from '#lib/shared/server/any-of.ts';
import type { Work } from '#lib/shared/server/work.ts';
import type { Client } from '../../case.ts';
import { casesInReach } from '../reach/queries.ts';
import { cases, clients, interventions, providers } from '../tables.ts';

export interface CountedCase {
	readonly id: CaseId;
	readonly clientId: ClientId;
	readonly sex: Client['sex'];
	readonly birthYear: number | null;
	readonly concern: string | null;
	readonly openedOn: LocalDate;
	readonly closedOn: LocalDate | null;
}

export interface CountedIntervention {
	readonly caseId: CaseId;
	readonly providerId: ProviderId;
	readonly providerName: string;
	readonly name: string;
	readonly decidedOn: LocalDate | null;
	readonly startedOn: LocalDate | null;
	readonly endedOn: LocalDate | null;
}

/** For other domains to join with: the `id` of each case that may be counted. */
export function countedCases(work: Work): SQL {
	const own = sql`select reached.id from ${casesInReach(work)} as reached`;
	const byProvider = listProviders(work);
	if (byProvider === null) return sql`(${own})`;
	return sql`(${own} union
		select ${interventions.caseId} from ${interventions}
		join ${cases} on ${cases.boardId} = ${interventions.boardId} and ${cases.id} = ${interventions.caseId}
		where ${interventions.boardId} = ${work.boardId} and not ${cases.isProtected}
			and ${interventions.providerId} = ${byProvider})`;
}

/** Null where the actor's reach is not that of a provider. */
function listProviders({ reach }: Work): SQL | null {
	if (reach.kind === 'board' || reach.providers.length === 0) return null;
	return anyOf(reach.providers);
}

/** Every case that may be counted, in the order they were opened. */
export async function listCountedCases(work: Work): Promise<readonly CountedCase[]> {
	const { open } = await work.cipher();
	const rows = await work.query<Omit<CountedCase, 'concern'> & { concern: never }>(sql`
		select c.id, c.client_id as "clientId", k.sex, k.birth_year as "birthYear", c.concern,
			c.opened_on::text as "openedOn", c.closed_on::text as "closedOn"
		from ${cases} c
		join ${clients} k on k.board_id = c.board_id and k.id = c.client_id
		where c.board_id = ${work.boardId} and c.id in ${countedCases(work)}
		order by c.opened_on, c.id`);
	return rows.map((row) => ({ ...row, concern: open('cases.concern', row.id, row.concern) }));
}

/** Their interventions, the earliest first; for a provider's staff only those by the provider. */
export async function listCountedInterventions(work: Work): Promise<readonly CountedIntervention[]> {
	const { open } = await work.cipher();
	const byProvider = listProviders(work);
	const rows = await work.query<Omit<CountedIntervention, 'name'> & { id: InterventionId; name: never }>(sql`
		select i.id, i.case_id as "caseId", i.provider_id as "providerId", p.name as "providerName", i.name,
			i.decided_on::text as "decidedOn", i.started_on::text as "startedOn", i.ended_on::text as "endedOn"
		from ${interventions} i
		join ${providers} p on p.board_id = i.board_id and p.id = i.provider_id
		where i.board_id = ${work.boardId} and i.case_id in ${countedCases(work)}
			and ${byProvider === null ? sql`true` : sql`i.provider_id = ${byProvider}`}
		order by i.started_on nulls last, i.decided_on, i.id`);
	return rows.map(({ id, name, ...row }) => ({ ...row, name: open('interventions.name', id, name) }));
}

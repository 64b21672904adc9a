/** Rows of clients, cases, interventions and providers to and from what the rest of the program knows. */
import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { BoardId, CaseId, ClientId, InterventionId, UnitId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import type { Work } from '#lib/shared/server/work.ts';
import type { Case, Client, Intervention, Provider } from '../case.ts';
import { isInReach } from './reach/queries.ts';
import { cases, clients, interventions, providers } from './tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}

/** Where something sealed is written or read. */
type SealedScope = Scope & Pick<Work, 'cipher'>;

const client = {
	id: clients.id,
	clientNumber: clients.clientNumber,
	sex: clients.sex,
	birthYear: clients.birthYear
};

/** The client with the number, held until the transaction ends so that nobody else changes it; or null. */
export async function findClientByNumber(
	{ tx, boardId }: Scope,
	clientNumber: string
): Promise<Client | null> {
	const rows = await tx
		.select(client)
		.from(clients)
		.where(and(eq(clients.boardId, boardId), eq(clients.clientNumber, clientNumber)))
		.for('update');
	return rows[0] ?? null;
}

export async function insertClient({ tx, boardId }: Scope, value: Client): Promise<void> {
	await tx.insert(clients).values({ boardId, ...value });
}

export async function updateClientFacts(
	{ tx, boardId }: Scope,
	id: ClientId,
	facts: Pick<Client, 'sex' | 'birthYear'>
): Promise<void> {
	await tx
		.update(clients)
		.set(facts)
		.where(and(eq(clients.boardId, boardId), eq(clients.id, id)));
}

type NewCase = Omit<Case, 'client'> & { readonly clientId: ClientId; readonly unitId: UnitId | null };

export async function insertCase({ tx, boardId, cipher }: SealedScope, value: NewCase): Promise<void> {
	const concern = (await cipher()).seal('cases.concern', value.id, value.concern);
	await tx.insert(cases).values({ boardId, ...value, concern });
}

export async function updateCaseClosedOn(
	{ tx, boardId }: Scope,
	id: CaseId,
	closedOn: LocalDate
): Promise<void> {
	await tx
		.update(cases)
		.set({ closedOn })
		.where(and(eq(cases.boardId, boardId), eq(cases.id, id)));
}

/** The case with its client, or null. */
export async function findCase(scope: SealedScope, id: CaseId): Promise<Case | null> {
	const rows = await selectCases(scope, eq(cases.id, id));
	return rows[0] ?? null;
}

/** The unit that the case belongs to; null when it belongs to none, or does not exist. */
export async function findUnitOfCase({ tx, boardId }: Scope, id: CaseId): Promise<UnitId | null> {
	const rows = await tx
		.select({ unitId: cases.unitId })
		.from(cases)
		.where(and(eq(cases.boardId, boardId), eq(cases.id, id)));
	return rows[0]?.unitId ?? null;
}

/** The case with the number, for whoever may know no more of it than that; or null. */
export async function findCaseByNumber(
	{ tx, boardId }: Scope,
	caseNumber: string
): Promise<{ readonly id: CaseId; readonly openedOn: LocalDate } | null> {
	const rows = await tx
		.select({ id: cases.id, openedOn: cases.openedOn })
		.from(cases)
		.where(and(eq(cases.boardId, boardId), eq(cases.caseNumber, caseNumber)));
	return rows[0] ?? null;
}

/** The clients' cases in the board. */
export async function listCasesOfClients(
	{ tx, boardId }: Scope,
	clientIds: readonly ClientId[]
): Promise<readonly CaseId[]> {
	if (clientIds.length === 0) return [];
	const rows = await tx
		.select({ id: cases.id })
		.from(cases)
		.where(and(eq(cases.boardId, boardId), inArray(cases.clientId, [...clientIds])))
		.orderBy(asc(cases.openedOn), asc(cases.id));
	return rows.map(({ id }) => id);
}

/** The numbers of the cases that still exist. */
export async function listCaseNumbers(
	{ tx, boardId }: Scope,
	ids: readonly CaseId[]
): Promise<ReadonlyMap<CaseId, string>> {
	if (ids.length === 0) return new Map();
	const rows = await tx
		.select({ id: cases.id, caseNumber: cases.caseNumber })
		.from(cases)
		.where(and(eq(cases.boardId, boardId), inArray(cases.id, [...ids])));
	return new Map(rows.map(({ id, caseNumber }) => [id, caseNumber]));
}

/** The cases within the actor's reach, open ones first, the newest first. */
export async function listCasesInReach(work: Work): Promise<readonly Case[]> {
	return selectCases(work, isInReach(work));
}

async function selectCases({ tx, boardId, cipher }: SealedScope, where?: SQL): Promise<readonly Case[]> {
	const { open } = await cipher();
	const rows = await tx
		.select({
			id: cases.id,
			client,
			caseNumber: cases.caseNumber,
			concern: cases.concern,
			openedOn: cases.openedOn,
			closedOn: cases.closedOn
		})
		.from(cases)
		.innerJoin(clients, and(eq(clients.boardId, cases.boardId), eq(clients.id, cases.clientId)))
		.where(and(eq(cases.boardId, boardId), where))
		.orderBy(desc(cases.closedOn), desc(cases.openedOn), asc(cases.caseNumber));
	return rows.map((row) => ({ ...row, concern: open('cases.concern', row.id, row.concern) }));
}

export async function insertIntervention(
	{ tx, boardId, cipher }: SealedScope,
	value: Intervention
): Promise<void> {
	const name = (await cipher()).seal('interventions.name', value.id, value.name);
	await tx.insert(interventions).values({ boardId, ...value, name });
}

/** The case's interventions with the provider's name, in the order they started. */
export function listInterventionsOfCase(
	scope: SealedScope,
	caseId: CaseId
): Promise<readonly NamedIntervention[]> {
	return listInterventionsOfCases(scope, [caseId]);
}

type NamedIntervention = Intervention & { readonly providerName: string };

/** The interventions of several cases, in the order they started. */
export async function listInterventionsOfCases(
	{ tx, boardId, cipher }: SealedScope,
	caseIds: readonly CaseId[]
): Promise<readonly NamedIntervention[]> {
	if (caseIds.length === 0) return [];
	const { open } = await cipher();
	const rows = await tx
		.select({
			id: interventions.id,
			caseId: interventions.caseId,
			providerId: interventions.providerId,
			providerName: providers.name,
			name: interventions.name,
			decidedOn: interventions.decidedOn,
			startedOn: interventions.startedOn,
			endedOn: interventions.endedOn
		})
		.from(interventions)
		.innerJoin(
			providers,
			and(eq(providers.boardId, interventions.boardId), eq(providers.id, interventions.providerId))
		)
		.where(and(eq(interventions.boardId, boardId), inArray(interventions.caseId, [...caseIds])));
	// The name is sealed: the database cannot put them in order.
	return rows
		.map((row) => ({ ...row, name: open('interventions.name', row.id, row.name) }))
		.sort(
			(a, b) =>
				compareDays(a.startedOn, b.startedOn) ||
				compareDays(a.decidedOn, b.decidedOn) ||
				a.name.localeCompare(b.name, 'sv')
		);
}

/** Days in order, unknown ones last. */
function compareDays(a: LocalDate | null, b: LocalDate | null): number {
	if (a === b) return 0;
	if (a === null) return 1;
	return b === null || a < b ? -1 : 1;
}

/** The days of a case and of one of its interventions; those of the intervention are null where none is meant. */
export async function findCaseDays(
	{ tx, boardId }: Scope,
	caseId: CaseId,
	interventionId: InterventionId | null
): Promise<{
	readonly openedOn: LocalDate;
	readonly closedOn: LocalDate | null;
	readonly startedOn: LocalDate | null;
	readonly endedOn: LocalDate | null;
} | null> {
	const rows = await tx
		.select({
			openedOn: cases.openedOn,
			closedOn: cases.closedOn,
			startedOn: interventions.startedOn,
			endedOn: interventions.endedOn
		})
		.from(cases)
		.leftJoin(
			interventions,
			and(
				eq(interventions.boardId, cases.boardId),
				eq(interventions.caseId, cases.id),
				interventionId === null ? sql`false` : eq(interventions.id, interventionId)
			)
		)
		.where(and(eq(cases.boardId, boardId), eq(cases.id, caseId)));
	return rows[0] ?? null;
}

/** The case that an intervention belongs to, or null. */
export async function findCaseOfIntervention(
	{ tx, boardId }: Scope,
	id: InterventionId
): Promise<CaseId | null> {
	const rows = await tx
		.select({ caseId: interventions.caseId })
		.from(interventions)
		.where(and(eq(interventions.boardId, boardId), eq(interventions.id, id)));
	return rows[0]?.caseId ?? null;
}

export async function updateInterventionDays(
	{ tx, boardId }: Scope,
	id: InterventionId,
	days: Pick<Intervention, 'startedOn' | 'endedOn'>
): Promise<void> {
	await tx
		.update(interventions)
		.set(days)
		.where(and(eq(interventions.boardId, boardId), eq(interventions.id, id)));
}

export async function insertProvider({ tx, boardId }: Scope, value: Provider): Promise<void> {
	await tx.insert(providers).values({ boardId, ...value });
}

/** The board's providers by name. */
export async function listProvidersOfBoard({ tx, boardId }: Scope): Promise<readonly Provider[]> {
	return tx
		.select({ id: providers.id, name: providers.name })
		.from(providers)
		.where(eq(providers.boardId, boardId))
		.orderBy(asc(providers.name));
}

/** For other domains to join with: `board_id, case_id, sex, birth_year`. */
export const clientFactsByCase = sql`(
	select ${cases.boardId}, ${cases.id} as case_id, ${clients.sex}, ${clients.birthYear}
	from ${cases} join ${clients} on ${clients.boardId} = ${cases.boardId} and ${clients.id} = ${cases.clientId}
)`;

/** For other domains to join with: `board_id, id, name`. */
export const providerNames = sql`(select ${providers.boardId}, ${providers.id}, ${providers.name} from ${providers})`;

/** For other domains to join with: `board_id, case_id, unit_id, sex, birth_year` of cases without protected identity. */
export const unprotectedCases = sql`(
	select ${cases.boardId}, ${cases.id} as case_id, ${cases.unitId}, ${clients.sex}, ${clients.birthYear}
	from ${cases} join ${clients} on ${clients.boardId} = ${cases.boardId} and ${clients.id} = ${cases.clientId}
	where not ${cases.isProtected}
)`;

/** For other domains to join with: `board_id, id, case_id, provider_id, name, started_on, decided_on, ended_on`. */
export const interventionsByCase = sql`(
	select ${interventions.boardId}, ${interventions.id}, ${interventions.caseId}, ${interventions.providerId},
		${interventions.name}, ${interventions.startedOn}, ${interventions.decidedOn}, ${interventions.endedOn}
	from ${interventions}
)`;

/** The names of interventions by id, from the id on, in order of the ids; for whoever goes through them all. */
export async function listInterventionNames(
	{ tx, boardId, cipher }: SealedScope,
	after: InterventionId | null,
	limit: number
): Promise<readonly Pick<Intervention, 'id' | 'caseId' | 'name'>[]> {
	const { open } = await cipher();
	const rows = await tx
		.select({ id: interventions.id, caseId: interventions.caseId, name: interventions.name })
		.from(interventions)
		.where(
			and(
				eq(interventions.boardId, boardId),
				after === null ? undefined : sql`${interventions.id} > ${after}`
			)
		)
		.orderBy(asc(interventions.id))
		.limit(limit);
	return rows.map((row) => ({ ...row, name: open('interventions.name', row.id, row.name) }));
}

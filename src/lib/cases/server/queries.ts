/** Rows of clients, cases, interventions and providers to and from what the rest of the program knows. */
import { and, asc, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { BoardId, CaseId, ClientId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import type { Case, Client, Intervention, Provider } from '../case.ts';
import { cases, clients, interventions, providers } from './tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}

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

type NewCase = Omit<Case, 'client'> & { readonly clientId: ClientId };

export async function insertCase({ tx, boardId }: Scope, value: NewCase): Promise<void> {
	await tx.insert(cases).values({ boardId, ...value });
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
export async function findCase(scope: Scope, id: CaseId): Promise<Case | null> {
	const rows = await selectCases(scope, eq(cases.id, id));
	return rows[0] ?? null;
}

/** The board's cases, open ones first, the newest first. */
export async function listCasesOfBoard(scope: Scope): Promise<readonly Case[]> {
	return selectCases(scope);
}

async function selectCases({ tx, boardId }: Scope, where?: SQL): Promise<readonly Case[]> {
	return tx
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
}

export async function insertIntervention({ tx, boardId }: Scope, value: Intervention): Promise<void> {
	await tx.insert(interventions).values({ boardId, ...value });
}

/** The case's interventions with the provider's name, in the order they started. */
export async function listInterventionsOfCase(
	{ tx, boardId }: Scope,
	caseId: CaseId
): Promise<readonly (Intervention & { readonly providerName: string })[]> {
	return tx
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
		.where(and(eq(interventions.boardId, boardId), eq(interventions.caseId, caseId)))
		.orderBy(asc(interventions.startedOn), asc(interventions.decidedOn), asc(interventions.name));
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

/** Names and personal identity numbers of clients: sealed rows to and from what the rest of the program knows. */
import { and, asc, eq, gt, inArray, isNotNull, ne, type SQL } from 'drizzle-orm';
import type { CaseId, ClientId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Work } from '#lib/shared/server/work.ts';
import type { PersonalNumber } from '#lib/secrecy/personal-number.ts';
import type { ClientIdentity } from '../../client-identity.ts';
import { isInReach } from '../reach/queries.ts';
import { cases, clients } from '../tables.ts';

/** Only what the actor reaches is found: see reach/queries.ts. */
type Scope = Pick<Work, 'tx' | 'boardId' | 'cipher' | 'reach' | 'actor' | 'today'>;

const isCaseOf = and(eq(clients.boardId, cases.boardId), eq(clients.id, cases.clientId));

/** The client of a case, held until the transaction ends; or null. */
export async function findClientOfCase({ tx, boardId }: Scope, caseId: CaseId): Promise<ClientId | null> {
	const rows = await tx
		.select({ id: clients.id })
		.from(cases)
		.innerJoin(clients, isCaseOf)
		.where(and(eq(cases.boardId, boardId), eq(cases.id, caseId)))
		.for('update', { of: clients });
	return rows[0]?.id ?? null;
}

/** Whether another client of the board has the number, whoever may see them. */
export async function hasOtherClient(
	{ tx, boardId, cipher }: Scope,
	id: ClientId,
	number: PersonalNumber
): Promise<boolean> {
	const indexes = [...(await cipher()).listIndexes(number)];
	const others = and(
		eq(clients.boardId, boardId),
		ne(clients.id, id),
		inArray(clients.personalNumberIndex, indexes)
	);
	return (await tx.$count(clients, others)) > 0;
}

/** The database itself refuses a number that another client has got meanwhile (`already-exists`). */
export async function updateIdentity(
	{ tx, boardId, cipher }: Scope,
	id: ClientId,
	{ name, personalNumber }: ClientIdentity
): Promise<void> {
	const { seal, indexPersonalNumber } = await cipher();
	await tx
		.update(clients)
		.set({
			name: seal('clients.name', id, name),
			personalNumber: seal('clients.personal_number', id, personalNumber),
			personalNumberIndex: personalNumber === null ? null : indexPersonalNumber(personalNumber)
		})
		.where(and(eq(clients.boardId, boardId), eq(clients.id, id)));
}

/** Who the client is, as far as it is stored. */
export async function findIdentityOfClient(
	{ tx, boardId, cipher }: Scope,
	id: ClientId
): Promise<ClientIdentity> {
	const { open } = await cipher();
	const [row] = await tx
		.select({ name: clients.name, personalNumber: clients.personalNumber })
		.from(clients)
		.where(and(eq(clients.boardId, boardId), eq(clients.id, id)));
	return {
		name: open('clients.name', id, row?.name ?? null),
		personalNumber: open('clients.personal_number', id, row?.personalNumber ?? null) as PersonalNumber | null
	};
}

/** Who the case is about, as far as it is stored; null when there is no such case. */
export async function findIdentity(scope: Scope, caseId: CaseId): Promise<ClientIdentity | null> {
	const [found] = await selectHits(scope, eq(cases.id, caseId));
	return found ? { name: found.name, personalNumber: found.personalNumber } : null;
}

/** A case whose client was found. */
export interface ClientHit extends ClientIdentity {
	readonly caseId: CaseId;
	readonly caseNumber: string;
	readonly clientNumber: string;
	readonly closedOn: LocalDate | null;
}

/** The cases of whoever has the number: found by its keyed hash, never by opening anybody's. */
export async function listCasesByPersonalNumber(
	scope: Scope,
	number: PersonalNumber
): Promise<readonly ClientHit[]> {
	const { listIndexes } = await scope.cipher();
	return selectHits(scope, inArray(clients.personalNumberIndex, [...listIndexes(number)]));
}

/** As written, or all in capitals or small letters: the database's own folding does not know å, ä and ö everywhere. */
export async function listCasesByCaseNumber(scope: Scope, caseNumber: string): Promise<readonly ClientHit[]> {
	const forms = [caseNumber, caseNumber.toLocaleUpperCase('sv'), caseNumber.toLocaleLowerCase('sv')];
	return selectHits(scope, inArray(cases.caseNumber, forms));
}

/**
 * The next cases with a stored name after the given one, in the order of their ids. Names have no index to search by:
 * they are few enough to be told from one (docs/decisions/0018-what-is-sealed.md).
 */
export async function listNamedCases(
	scope: Scope,
	after: CaseId | null,
	limit: number
): Promise<readonly ClientHit[]> {
	const later = after === null ? undefined : gt(cases.id, after);
	return selectHits(scope, and(isNotNull(clients.name), later), limit);
}

async function selectHits(scope: Scope, where: SQL | undefined, limit = 100): Promise<readonly ClientHit[]> {
	const { tx, boardId, cipher } = scope;
	const { open } = await cipher();
	const rows = await tx
		.select({
			caseId: cases.id,
			caseNumber: cases.caseNumber,
			clientNumber: clients.clientNumber,
			closedOn: cases.closedOn,
			clientId: clients.id,
			name: clients.name,
			personalNumber: clients.personalNumber
		})
		.from(cases)
		.innerJoin(clients, isCaseOf)
		.where(and(eq(cases.boardId, boardId), isInReach(scope), where))
		.orderBy(asc(cases.id))
		.limit(limit);
	return rows.map(({ clientId, name, personalNumber, ...row }) => ({
		...row,
		name: open('clients.name', clientId, name),
		personalNumber: open('clients.personal_number', clientId, personalNumber) as PersonalNumber | null
	}));
}

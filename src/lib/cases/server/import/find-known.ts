/** What the board has of what a file names: read once for the whole file. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { PersonalNumber } from '#lib/secrecy/personal-number.ts';
import type { CaseId } from '#lib/shared/ids.ts';
import type { Work } from '#lib/shared/server/work.ts';
import type { KnownCase, KnownIntervention, KnownRecords } from '../../import/decide-import.ts';
import type { ImportRow } from '../../import/read-rows.ts';
import { listProvidersOfBoard } from '../queries.ts';
import { isInReach } from '../reach/queries.ts';
import { cases, clients, interventions } from '../tables.ts';

/** Clients, cases within reach or not, and providers. What is out of reach is known to exist and nothing more. */
export async function findKnownRecords(work: Work, rows: readonly ImportRow[]): Promise<KnownRecords> {
	const providers = await listProvidersOfBoard(work);
	return {
		clients: await findClients(work, unique(rows.map(({ clientNumber }) => clientNumber))),
		numberOwners: await findOwners(work, unique(rows.flatMap(({ personalNumber }) => personalNumber ?? []))),
		cases: await findCases(work, unique(rows.map(({ caseNumber }) => caseNumber))),
		providers: new Map(providers.map(({ id, name }) => [name.toLocaleLowerCase('sv'), id]))
	};
}

const unique = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];

async function findClients(
	{ tx, boardId, cipher }: Work,
	numbers: readonly string[]
): Promise<KnownRecords['clients']> {
	if (numbers.length === 0) return new Map();
	const { open } = await cipher();
	const rows = await tx
		.select({
			id: clients.id,
			clientNumber: clients.clientNumber,
			sex: clients.sex,
			birthYear: clients.birthYear,
			personalNumber: clients.personalNumber
		})
		.from(clients)
		.where(and(eq(clients.boardId, boardId), inArray(clients.clientNumber, [...numbers])));
	return new Map(
		rows.map((row) => {
			const number = open('clients.personal_number', row.id, row.personalNumber) as PersonalNumber | null;
			return [row.clientNumber, { ...row, personalNumber: number }];
		})
	);
}

/** By the keyed hash alone: nobody's number is opened. */
async function findOwners(
	{ tx, boardId, cipher }: Work,
	numbers: readonly PersonalNumber[]
): Promise<KnownRecords['numberOwners']> {
	if (numbers.length === 0) return new Map();
	const { listIndexes } = await cipher();
	const numberByIndex = new Map(
		numbers.flatMap((number) => [...listIndexes(number)].map((index) => [index, number] as const))
	);
	const rows = await tx
		.select({ id: clients.id, index: clients.personalNumberIndex })
		.from(clients)
		.where(
			and(eq(clients.boardId, boardId), inArray(clients.personalNumberIndex, [...numberByIndex.keys()]))
		);
	return new Map(
		rows.flatMap(({ id, index }) => {
			const number = index === null ? undefined : numberByIndex.get(index);
			return number === undefined ? [] : [[number, id] as const];
		})
	);
}

async function findCases(work: Work, numbers: readonly string[]): Promise<KnownRecords['cases']> {
	if (numbers.length === 0) return new Map();
	const { tx, boardId } = work;
	const rows = await tx
		.select({
			id: cases.id,
			caseNumber: cases.caseNumber,
			clientNumber: clients.clientNumber,
			closedOn: cases.closedOn,
			isReached: sql<boolean>`${isInReach(work) ?? sql`true`}`
		})
		.from(cases)
		.innerJoin(clients, and(eq(clients.boardId, cases.boardId), eq(clients.id, cases.clientId)))
		.where(and(eq(cases.boardId, boardId), inArray(cases.caseNumber, [...numbers])));
	const reached = rows.filter(({ isReached }) => isReached).map(({ id }) => id);
	const byCase = await findInterventions(work, reached);
	return new Map(
		rows.map(({ id, caseNumber, clientNumber, closedOn, isReached }): [string, KnownCase | null] => [
			caseNumber,
			isReached
				? { id, clientNumber, isClosed: closedOn !== null, interventions: byCase.get(id) ?? [] }
				: null
		])
	);
}

async function findInterventions(
	{ tx, boardId, cipher }: Work,
	ids: readonly CaseId[]
): Promise<ReadonlyMap<CaseId, readonly KnownIntervention[]>> {
	if (ids.length === 0) return new Map();
	const { open } = await cipher();
	const rows = await tx
		.select({
			id: interventions.id,
			caseId: interventions.caseId,
			name: interventions.name,
			providerId: interventions.providerId,
			startedOn: interventions.startedOn,
			endedOn: interventions.endedOn
		})
		.from(interventions)
		.where(and(eq(interventions.boardId, boardId), inArray(interventions.caseId, [...ids])));
	const opened = rows.map((row) => ({ ...row, name: open('interventions.name', row.id, row.name) }));
	return Map.groupBy(opened, ({ caseId }) => caseId);
}

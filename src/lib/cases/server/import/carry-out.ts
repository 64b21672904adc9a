/** Writes what has been decided about a file of cases: many rows a statement, so that a large file holds nobody up. */
import type { AuditSubject } from '#lib/audit/audit-event.ts';
import type { CaseId, ClientId, InterventionId, UnitId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { inParts } from '#lib/shared/server/in-parts.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { rescheduleCase } from '#lib/plans/server/schedule/queries.ts';
import type { ImportPlan, PlannedClient, PlannedIntervention } from '../../import/decide-import.ts';
import { findIdentityOfClient, updateIdentity } from '../identity/queries.ts';
import { updateClientFacts, updateInterventionDays } from '../queries.ts';
import { caseAssignments, cases, clients, interventions } from '../tables.ts';

/** Writes the plan and tells which cases it touched. All of it is in the work's own transaction. */
export async function carryOutImport(
	work: Work,
	plan: ImportPlan,
	unitId: UnitId | null
): Promise<readonly AuditSubject[]> {
	const clientIds = await writeClients(work, plan.clients);
	const caseIds = await writeCases(work, plan, { clientIds, unitId });
	const newInterventions = [
		...plan.newCases.flatMap(({ caseNumber, interventions: list }) =>
			list.map((intervention) => ({ caseId: getFrom(caseIds, caseNumber), intervention }))
		),
		...plan.addedInterventions
	];
	await writeInterventions(work, newInterventions);
	for (const { id, startedOn, endedOn } of plan.endedInterventions) {
		await updateInterventionDays(work, id, { startedOn, endedOn });
	}
	const touched = new Set<CaseId>([
		...plan.addedInterventions.map(({ caseId }) => caseId),
		...plan.endedInterventions.map(({ caseId }) => caseId)
	]);
	for (const caseId of touched) await rescheduleCase(work, caseId);
	return [...caseIds.values(), ...touched].map((id) => ({ type: 'case', id, caseId: id }));
}

function getFrom<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
	const value = map.get(key);
	if (value === undefined) throw new Problem('unexpected');
	return value;
}

async function writeClients(
	work: Work,
	planned: readonly PlannedClient[]
): Promise<ReadonlyMap<string, ClientId>> {
	const { seal, indexPersonalNumber } = await work.cipher();
	const fresh = planned
		.filter(({ id }) => id === null)
		.map((client) => ({ ...client, id: work.newId() as ClientId }));
	await inParts(fresh, async (part) => {
		await work.tx.insert(clients).values(
			part.map(({ id, clientNumber, sex, birthYear, name, personalNumber }) => ({
				boardId: work.boardId,
				id,
				clientNumber,
				sex,
				birthYear,
				name: seal('clients.name', id, name),
				personalNumber: seal('clients.personal_number', id, personalNumber),
				personalNumberIndex: personalNumber === null ? null : indexPersonalNumber(personalNumber)
			}))
		);
	});
	const known = planned.flatMap((client) => (client.id === null ? [] : [{ ...client, id: client.id }]));
	for (const client of known) await completeClient(work, client);
	return new Map([...fresh, ...known].map(({ clientNumber, id }) => [clientNumber, id]));
}

/** What was not known is filled in, what is known stays. */
async function completeClient(work: Work, client: PlannedClient & { readonly id: ClientId }): Promise<void> {
	const { id, sex, birthYear, name, personalNumber } = client;
	await updateClientFacts(work, id, { sex, birthYear });
	if (name === null && personalNumber === null) return;
	const stored = await findIdentityOfClient(work, id);
	await updateIdentity(work, id, {
		name: stored.name ?? name,
		personalNumber: stored.personalNumber ?? personalNumber
	});
}

async function writeCases(
	{ tx, boardId, cipher, newId, actor, today }: Work,
	{ newCases }: ImportPlan,
	{ clientIds, unitId }: { readonly clientIds: ReadonlyMap<string, ClientId>; readonly unitId: UnitId | null }
): Promise<ReadonlyMap<string, CaseId>> {
	const { seal } = await cipher();
	const rows = newCases.map(({ caseNumber, clientNumber, concern, openedOn, closedOn }) => {
		const id = newId() as CaseId;
		const clientId = getFrom(clientIds, clientNumber);
		return {
			boardId,
			id,
			clientId,
			unitId,
			caseNumber,
			concern: seal('cases.concern', id, concern),
			openedOn,
			closedOn
		};
	});
	await inParts(rows, async (part) => {
		await tx.insert(cases).values(part);
		if (actor.kind !== 'staff' || !actor.roles.includes('caseworker')) return;
		const { staffId } = actor;
		await tx
			.insert(caseAssignments)
			.values(part.map(({ id: caseId }) => ({ boardId, id: newId(), caseId, staffId, validFrom: today })));
	});
	return new Map(rows.map(({ caseNumber, id }) => [caseNumber, id]));
}

async function writeInterventions(
	{ tx, boardId, cipher, newId }: Work,
	planned: readonly { readonly caseId: CaseId; readonly intervention: PlannedIntervention }[]
): Promise<void> {
	const { seal } = await cipher();
	await inParts(planned, async (part) => {
		await tx.insert(interventions).values(
			part.map(({ caseId, intervention: { name, ...intervention } }) => {
				const id = newId() as InterventionId;
				return { boardId, id, caseId, ...intervention, name: seal('interventions.name', id, name) };
			})
		);
	});
}

import { findClientByNumber, insertCase, insertClient, updateClientFacts } from '../queries.ts';
import { insertAssignment } from '../reach/queries.ts';
import { decideClientFacts } from '../../decide-client-facts.ts';
import type { Client } from '../../case.ts';
import { parsePersonalNumber } from '#lib/secrecy/personal-number.ts';
import type { CaseId, ClientId, UnitId } from '#lib/shared/ids.ts';
import { reachOf } from '#lib/access/permissions.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import type { Work } from '#lib/shared/server/work.ts';

export interface OpenCaseInput {
	readonly clientNumber: string;
	readonly sex: Client['sex'];
	readonly birthYear: number | null;
	readonly caseNumber: string;
	readonly concern: string | null;
	readonly openedOn: LocalDate;
	/** The unit that is to work with it; left out, the first of the caseworker's own. */
	readonly unitId?: UnitId | null;
}

/**
 * Opens a case for a new or known client. Refuses a case number that is taken, facts about the client that contradict
 * the known ones (`already-exists`), and a personal identity number as the client's number (`invalid-input`).
 */
export const openCase = command({
	name: 'openCase',
	permission: 'case:open',
	audit: 'always',
	subject: (_input: OpenCaseInput, caseId: CaseId) => ({ type: 'case', id: caseId, caseId }),
	async run(work, input: OpenCaseInput): Promise<CaseId> {
		const number = parsePersonalNumber(input.clientNumber, work.today);
		// It would stand unsealed, and be the very thing a number from the case system is there to avoid.
		if (number.ok) throw new Problem('invalid-input', { field: 'clientNumber' });
		const clientId = await registerClient(work, input);
		const id = work.newId() as CaseId;
		const { caseNumber, concern, openedOn } = input;
		const unitId = chooseUnit(work, input.unitId ?? null);
		await insertCase(work, { id, clientId, unitId, caseNumber, concern, openedOn, closedOn: null });
		const { actor } = work;
		if (actor.kind === 'staff') {
			await insertAssignment(work, { id: work.newId(), caseId: id, staffId: actor.staffId });
		}
		return id;
	}
});

/** Refuses a unit where the caseworker could not work with it. */
function chooseUnit({ actor }: Work, wanted: UnitId | null): UnitId | null {
	const reach = reachOf(actor, 'case:write');
	if (reach.kind === 'board' || reach.assignedIn === 'all') return wanted;
	if (wanted === null) return reach.assignedIn[0] ?? null;
	if (!reach.assignedIn.includes(wanted)) throw new Problem('invalid-input', { field: 'unitId' });
	return wanted;
}

async function registerClient(work: Work, input: OpenCaseInput): Promise<ClientId> {
	const { clientNumber, sex, birthYear } = input;
	const known = await findClientByNumber(work, clientNumber);
	if (!known) {
		const id = work.newId() as ClientId;
		await insertClient(work, { id, clientNumber, sex, birthYear });
		return id;
	}
	const facts = decideClientFacts(known, { sex, birthYear });
	if (!facts.ok) throw new Problem('already-exists', { what: 'client' });
	await updateClientFacts(work, known.id, facts.value);
	return known.id;
}

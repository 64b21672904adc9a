import { findClientByNumber, insertCase, insertClient, updateClientFacts } from '../queries.ts';
import { decideClientFacts } from '../../decide-client-facts.ts';
import type { Client } from '../../case.ts';
import { parsePersonalNumber } from '#lib/secrecy/personal-number.ts';
import type { CaseId, ClientId } from '#lib/shared/ids.ts';
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
}

/**
 * Opens a case for a new or known client. Refuses a case number that is taken, facts about the client that contradict
 * the known ones (`already-exists`), and a personal identity number as the client's number (`invalid-input`).
 */
export const openCase = command({
	name: 'openCase',
	permission: 'case:write',
	audit: 'always',
	subject: (_input: OpenCaseInput, caseId: CaseId) => ({ type: 'case', id: caseId, caseId }),
	async run(work, input: OpenCaseInput): Promise<CaseId> {
		const number = parsePersonalNumber(input.clientNumber, work.today);
		// It would stand unsealed, and be the very thing a number from the case system is there to avoid.
		if (number.ok) throw new Problem('invalid-input', { field: 'clientNumber' });
		const clientId = await registerClient(work, input);
		const id = work.newId() as CaseId;
		const { caseNumber, concern, openedOn } = input;
		await insertCase(work, { id, clientId, caseNumber, concern, openedOn, closedOn: null });
		return id;
	}
});

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

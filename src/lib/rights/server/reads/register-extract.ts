import { openRows } from '../open-rows.ts';
import { listVisits } from '../list-visits.ts';
import { listNames } from '../list-names.ts';
import { extractRecipients, type ExtractRecipient, type RegisterExtract } from '../../extract.ts';
import { keepReached } from '../../keep-reached.ts';
import { appendAuditEvent } from '#lib/audit/server/queries.ts';
import { findClientOfCase } from '#lib/cases/server/identity/queries.ts';
import { listCaseNumbers, listCasesOfClients } from '#lib/cases/server/queries.ts';
import { isCaseInReach } from '#lib/cases/server/reach/queries.ts';
import { findPersonalTables, listPersonalRows } from '#lib/retention/server/records/personal-rows.ts';
import type { CaseId, ClientId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { read } from '#lib/shared/server/read.ts';
import { requireFreshSignIn } from '#lib/shared/server/require-fresh-sign-in.ts';
import type { Work } from '#lib/shared/server/work.ts';

export interface RegisterExtractInput {
	/** One of the client's cases. */
	readonly caseId: CaseId;
	readonly recipient: ExtractRecipient;
}

/**
 * Everything that is stored about the client of a case, from all of their cases within reach, and who has read about them
 * (GDPR art. 15). Logged in each of the cases with who is to have it. Refuses whoever has not just signed in
 * (`fresh-sign-in-required`).
 */
export const registerExtract = read({
	name: 'registerExtract',
	permission: 'rights:extract',
	inCase: ({ caseId }: RegisterExtractInput) => caseId,
	audit: 'always',
	subject: ({ caseId, recipient }: RegisterExtractInput, { stamp }: RegisterExtract) =>
		toSubject(stamp, caseId, recipient),
	async run(work, { caseId, recipient }): Promise<RegisterExtract> {
		requireFreshSignIn(work.actor, work.now);
		if (!extractRecipients.includes(recipient)) throw new Problem('invalid-input', { field: 'recipient' });
		const clientId = await findClientOfCase(work, caseId);
		if (!clientId) throw new Problem('not-found');
		const { reached, elsewhere } = await listReached(work, clientId);
		const stamp = work.newId();
		const visits = await listVisits(work, reached);
		const others = [...reached.keys()].filter((other) => other !== caseId);
		for (const other of others) {
			await appendAuditEvent(work, 'read', registerExtract.name, toSubject(stamp, other, recipient));
		}

		const stored = (await listPersonalRows(work, clientId)).map(({ table: name, rows }) => ({ name, rows }));
		const kept = keepReached(await findPersonalTables(work), stored, new Set(reached.keys()));
		const tables = openRows(await work.cipher(), kept);
		const [client] = tables.find(({ name }) => name === 'clients')?.rows ?? [];
		return {
			stamp,
			madeOn: work.today,
			recipient,
			clientNumber: String(client?.['client_number'] ?? ''),
			caseNumbers: [...reached.values()],
			casesElsewhere: elsewhere,
			tables,
			names: await listNames(work, tables),
			visits
		};
	}
});

function toSubject(stamp: string, caseId: CaseId, recipient: ExtractRecipient) {
	return { type: 'register-extract', id: stamp, caseId, reason: recipient } as const;
}

/** The client's cases that the actor reaches, by id with their numbers, and how many there are besides. */
async function listReached(
	work: Work,
	clientId: ClientId
): Promise<{ readonly reached: ReadonlyMap<CaseId, string>; readonly elsewhere: number }> {
	const all = await listCasesOfClients(work, [clientId]);
	const reached: CaseId[] = [];
	for (const id of all) if (await isCaseInReach(work, id)) reached.push(id);
	const numbers = await listCaseNumbers(work, reached);
	return {
		reached: new Map(reached.map((id) => [id, numbers.get(id) ?? ''])),
		elsewhere: all.length - reached.length
	};
}

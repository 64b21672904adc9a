import { findClientOfCase, hasOtherClient, updateIdentity } from '../identity/queries.ts';
import { parseClientIdentity } from '../../client-identity.ts';
import type { CaseId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface RegisterIdentityInput {
	readonly caseId: CaseId;
	/** Empty or null takes away what was stored. */
	readonly name: string | null;
	/** Personnummer or samordningsnummer, as written. */
	readonly personalNumber: string | null;
}

/**
 * Stores who a case is about, sealed, in place of what was stored before. Refuses a number that is not one
 * (`invalid-input`) or that another client of the board has (`already-exists`).
 */
export const registerIdentity = command({
	name: 'registerIdentity',
	permission: 'case:write',
	inCase: ({ caseId }) => caseId,
	audit: 'always',
	subject: ({ caseId }: RegisterIdentityInput) => ({ type: 'case', id: caseId, caseId }),
	async run(work, { caseId, ...written }: RegisterIdentityInput): Promise<void> {
		const identity = parseClientIdentity(written, work.today);
		if (!identity.ok) throw new Problem('invalid-input', { field: identity.problem });
		const clientId = await findClientOfCase(work, caseId);
		if (!clientId) throw new Problem('not-found');
		const { personalNumber } = identity.value;
		if (personalNumber !== null && (await hasOtherClient(work, clientId, personalNumber))) {
			throw new Problem('already-exists', { what: 'client' });
		}
		await updateIdentity(work, clientId, identity.value);
	}
});

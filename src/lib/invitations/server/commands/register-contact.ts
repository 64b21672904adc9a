import { parseEmail, parsePhone } from '../../contact.ts';
import { upsertContact } from '../contacts/queries.ts';
import { findClientOfCase } from '#lib/cases/server/identity/queries.ts';
import type { CaseId, ContactId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface RegisterContactInput {
	readonly caseId: CaseId;
	/** Null takes away what was stored. */
	readonly email: string | null;
	readonly phone: string | null;
	readonly language: string;
}

/** Stores where a client can be reached, sealed, in place of what was stored. Refuses what is no address (`invalid-input`). */
export const registerContact = command({
	name: 'registerContact',
	permission: 'case:write',
	inCase: ({ caseId }) => caseId,
	audit: 'always',
	subject: ({ caseId }: RegisterContactInput) => ({ type: 'case', id: caseId, caseId }),
	async run(work, { caseId, language, ...written }: RegisterContactInput): Promise<void> {
		const clientId = await findClientOfCase(work, caseId);
		if (!clientId) throw new Problem('not-found');
		const email = written.email === null ? null : parseEmail(written.email);
		const phone = written.phone === null ? null : parsePhone(written.phone);
		if (email?.ok === false) throw new Problem('invalid-input', { field: 'email' });
		if (phone?.ok === false) throw new Problem('invalid-input', { field: 'phone' });
		await upsertContact(work, work.newId() as ContactId, clientId, {
			email: email?.value ?? null,
			phone: phone?.value ?? null,
			language
		});
	}
});

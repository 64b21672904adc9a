import { findContact } from '../contacts/queries.ts';
import { listInvitationsOfCase, type InvitationLine } from '../queries.ts';
import type { Contact } from '../../contact.ts';
import { findClientOfCase } from '#lib/cases/server/identity/queries.ts';
import type { CaseId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { read } from '#lib/shared/server/read.ts';

/** Where the client of a case can be reached; null when nothing is stored. */
export const clientContact = read({
	name: 'clientContact',
	permission: 'case:read',
	inCase: ({ caseId }) => caseId,
	audit: 'always',
	subject: ({ caseId }: { readonly caseId: CaseId }) => ({ type: 'case', id: caseId, caseId }),
	async run(work, { caseId }): Promise<Contact | null> {
		const clientId = await findClientOfCase(work, caseId);
		if (!clientId) throw new Problem('not-found');
		return findContact(work, clientId);
	}
});

/** How those of a case have been invited and reminded, and what came of it. Without addresses. */
export const caseInvitations = read({
	name: 'caseInvitations',
	permission: 'case:read',
	inCase: ({ caseId }) => caseId,
	audit: 'always',
	subject: ({ caseId }: { readonly caseId: CaseId }) => ({ type: 'case', id: caseId, caseId }),
	run: (work, { caseId }): Promise<readonly InvitationLine[]> => listInvitationsOfCase(work, caseId)
});

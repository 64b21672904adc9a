import { findIdentity } from '../identity/queries.ts';
import type { ClientIdentity } from '../../client-identity.ts';
import type { CaseId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { read } from '#lib/shared/server/read.ts';

/** Who a case is about, as far as it is stored. Refuses a case that the board does not have (`not-found`). */
export const clientIdentity = read({
	name: 'clientIdentity',
	permission: 'case:read',
	inCase: ({ caseId }) => caseId,
	audit: 'always',
	subject: ({ caseId }: { readonly caseId: CaseId }) => ({ type: 'case', id: caseId, caseId }),
	async run(work, { caseId }): Promise<ClientIdentity> {
		const found = await findIdentity(work, caseId);
		if (!found) throw new Problem('not-found');
		return found;
	}
});

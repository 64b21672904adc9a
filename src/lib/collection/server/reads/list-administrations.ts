import { listAdministrationsOfCase } from '../queries.ts';
import type { Administration } from '../../administration.ts';
import type { CaseId } from '#lib/shared/ids.ts';
import { read } from '#lib/shared/server/read.ts';

/** A case's administrations in the order they were made. What has not been sent is not in them. */
export const listAdministrations = read({
	name: 'listAdministrations',
	permission: 'case:read',
	inCase: ({ caseId }) => caseId,
	audit: 'always',
	subject: (input: { readonly caseId: CaseId }) => ({ type: 'case', id: input.caseId, caseId: input.caseId }),
	run: (work, { caseId }): Promise<readonly Administration[]> => listAdministrationsOfCase(work, caseId)
});

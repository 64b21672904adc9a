import { findCase, listInterventionsOfCase } from '../queries.ts';
import type { Case, Intervention } from '../../case.ts';
import type { CaseId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { read } from '#lib/shared/server/read.ts';

export interface CaseOverview {
	readonly case: Case;
	readonly interventions: readonly (Intervention & { readonly providerName: string })[];
}

/** A case with its client and interventions. Refuses a case that the board does not have (`not-found`). */
export const caseOverview = read({
	name: 'caseOverview',
	permission: 'case:read',
	inCase: ({ caseId }) => caseId,
	audit: 'always',
	subject: (input: { readonly caseId: CaseId }) => ({ type: 'case', id: input.caseId, caseId: input.caseId }),
	async run(work, { caseId }): Promise<CaseOverview> {
		const found = await findCase(work, caseId);
		if (!found) throw new Problem('not-found');
		return { case: found, interventions: await listInterventionsOfCase(work, caseId) };
	}
});

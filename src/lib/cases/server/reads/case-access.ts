import { findCasePlace, listAssigned, mayInCase } from '../reach/queries.ts';
import { findNames, listCaseworkers, type Colleague } from '#lib/access/server/colleagues/queries.ts';
import type { CaseId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { read } from '#lib/shared/server/read.ts';

export interface CaseAccess {
	readonly isProtected: boolean;
	/** Who works with it today; the name is null for somebody who has no account any more. */
	readonly assigned: readonly { readonly staffId: string; readonly name: string | null }[];
	/** Whom it can be given to; empty for whoever may not give it. */
	readonly colleagues: readonly Colleague[];
	/** What the actor may do with this very case. */
	readonly may: {
		readonly write: boolean;
		readonly handOver: boolean;
		readonly protect: boolean;
		readonly extract: boolean;
	};
}

/** Who reaches a case, and what the actor may do with it. Refuses a case out of reach (`not-found`). */
export const caseAccess = read({
	name: 'caseAccess',
	permission: 'case:read',
	inCase: ({ caseId }) => caseId,
	audit: 'always',
	subject: ({ caseId }: { readonly caseId: CaseId }) => ({ type: 'case', id: caseId, caseId }),
	async run(work, { caseId }): Promise<CaseAccess> {
		const place = await findCasePlace(work, caseId);
		if (!place) throw new Problem('not-found');
		const assigned = await listAssigned(work, caseId);
		const names = await findNames(work.tx, assigned);
		const handOver = await mayInCase(work, 'case:hand-over', caseId);
		return {
			isProtected: place.isProtected,
			assigned: assigned.map((staffId) => ({ staffId, name: names.get(staffId) ?? null })),
			colleagues: handOver ? await listCaseworkers(work) : [],
			may: {
				write: await mayInCase(work, 'case:write', caseId),
				handOver,
				protect: await mayInCase(work, 'case:protect', caseId),
				extract: await mayInCase(work, 'rights:extract', caseId)
			}
		};
	}
});

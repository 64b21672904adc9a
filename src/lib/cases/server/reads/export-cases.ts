import { listCasesInReach, listInterventionsOfCases } from '../queries.ts';
import type { Case, Intervention } from '../../case.ts';
import { appendAuditEvents } from '#lib/audit/server/queries.ts';
import { read } from '#lib/shared/server/read.ts';
import { requireFreshSignIn } from '#lib/shared/server/require-fresh-sign-in.ts';

export interface ExportedCase {
	readonly case: Case;
	readonly interventions: readonly (Intervention & { readonly providerName: string })[];
}

/**
 * The cases within reach with their interventions, to be taken out in a file. Names and personal identity numbers are never
 * among it. Refuses whoever has not just signed in (`fresh-sign-in-required`).
 */
export const exportCases = read({
	name: 'exportCases',
	permission: 'case:export',
	inCase: 'in-query',
	audit: 'always',
	subject: (_input: Record<never, never>) => ({ type: 'case-list', id: null, reason: 'export' }),
	async run(work, _input: Record<never, never>): Promise<readonly ExportedCase[]> {
		requireFreshSignIn(work.actor, work.now);
		const cases = await listCasesInReach(work);
		const ids = cases.map(({ id }) => id);
		const byCase = Map.groupBy(await listInterventionsOfCases(work, ids), ({ caseId }) => caseId);
		// What leaves the program is told of case by case.
		const subjects = ids.map((id) => ({ type: 'case' as const, id, caseId: id }));
		await appendAuditEvents(work, 'read', exportCases.name, subjects);
		return cases.map((one) => ({ case: one, interventions: byCase.get(one.id) ?? [] }));
	}
});

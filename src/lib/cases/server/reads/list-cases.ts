import { listCasesInReach } from '../queries.ts';
import { countAdministrationsByCase } from '#lib/collection/server/queries.ts';
import type { Case } from '../../case.ts';
import { read } from '#lib/shared/server/read.ts';

export interface CaseListRow extends Omit<Case, 'client'> {
	readonly clientNumber: string;
	/** Links sent or started and not yet answered. */
	readonly waiting: number;
	readonly answered: number;
}

/** The cases that the actor works with, open ones first. */
export const listCases = read({
	name: 'listCases',
	permission: 'case:read',
	inCase: 'in-query',
	audit: 'always',
	subject: (_input: Record<never, never>) => ({ type: 'case-list', id: null }),
	async run(work): Promise<readonly CaseListRow[]> {
		const [cases, counts] = [await listCasesInReach(work), await countAdministrationsByCase(work)];
		return cases.map(({ client, ...row }) => ({
			...row,
			clientNumber: client.clientNumber,
			...(counts.get(row.id) ?? { waiting: 0, answered: 0 })
		}));
	}
});

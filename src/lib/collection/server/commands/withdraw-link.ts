import { findAdministrationState, findCaseOfAdministration, updateAsWithdrawn } from '../queries.ts';
import type { AdministrationId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface WithdrawLinkInput {
	readonly administrationId: AdministrationId;
}

/**
 * Takes a link back; what had been answered through it so far is thrown away. Refuses one that has been answered
 * (`already-answered`) or taken back already (`changed-meanwhile`).
 */
export const withdrawLink = command({
	name: 'withdrawLink',
	permission: 'case:write',
	inCase: ({ administrationId }: WithdrawLinkInput, work) => findCaseOfAdministration(work, administrationId),
	audit: 'always',
	subject: async ({ administrationId: id }: WithdrawLinkInput, _output: void, work) => ({
		type: 'administration',
		id,
		caseId: await findCaseOfAdministration(work, id)
	}),
	async run(work, { administrationId }: WithdrawLinkInput): Promise<void> {
		const found = await findAdministrationState(work, administrationId);
		if (!found) throw new Problem('not-found');
		if (found.state === 'answered') throw new Problem('already-answered');
		if (found.state === 'withdrawn') throw new Problem('changed-meanwhile');
		await updateAsWithdrawn(work, administrationId, work.today);
	}
});

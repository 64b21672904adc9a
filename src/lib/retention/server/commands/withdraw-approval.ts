import {
	findOpenProposal,
	listItems,
	updateDecisions,
	updateHoldAsLifted,
	updateProposal
} from '../queries.ts';
import type { RetentionProposalId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface WithdrawApprovalInput {
	readonly proposalId: RetentionProposalId;
}

/** Takes an approval back while nothing has been erased; the records wait for a new decision. */
export const withdrawApproval = command({
	name: 'withdrawApproval',
	permission: 'retention:decide',
	audit: 'always',
	subject: ({ proposalId }: WithdrawApprovalInput) => ({ type: 'retention-proposal', id: proposalId }),
	async run(work, { proposalId }: WithdrawApprovalInput): Promise<void> {
		const open = await findOpenProposal(work);
		if (open?.id !== proposalId || open.state !== 'approved') throw new Problem('changed-meanwhile');
		const items = await listItems(work, proposalId);
		for (const { clientId, decision } of items) {
			if (decision === 'keep') await updateHoldAsLifted(work, clientId, work.today);
		}
		await updateDecisions(
			work,
			items.map(({ id }) => id),
			null
		);
		await updateProposal(work, proposalId, { state: 'proposed', approvedBy: null, approvedOn: null });
	}
});

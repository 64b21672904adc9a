import { findOpenProposal, insertHold, listItems, updateDecisions, updateProposal } from '../queries.ts';
import { listUndecided, type Decision } from '../../proposal.ts';
import type { RetentionItemId, RetentionProposalId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import { requireFreshSignIn } from '#lib/shared/server/require-fresh-sign-in.ts';

export interface ApproveRetentionInput {
	readonly proposalId: RetentionProposalId;
	/** One for each of the proposal's items. */
	readonly decisions: ReadonlyMap<RetentionItemId, Decision>;
}

/**
 * A human being says, record by record, what is to be erased and what is kept and why. Nothing is erased yet. Refuses
 * items without a decision (`decisions-left`), a proposal that is another by now (`changed-meanwhile`), the system itself
 * (`not-permitted`) and a sign-in that is not fresh.
 */
export const approveRetention = command({
	name: 'approveRetention',
	permission: 'retention:decide',
	audit: 'always',
	subject: ({ proposalId }: ApproveRetentionInput) => ({ type: 'retention-proposal', id: proposalId }),
	async run(work, { proposalId, decisions }: ApproveRetentionInput): Promise<void> {
		const { actor, today: on } = work;
		if (actor.kind !== 'staff') throw new Problem('not-permitted', { permission: 'retention:decide' });
		requireFreshSignIn(actor, work.now);
		const open = await findOpenProposal(work);
		if (open?.id !== proposalId || open.state !== 'proposed') throw new Problem('changed-meanwhile');
		const items = await listItems(work, proposalId);
		if (listUndecided(items, decisions).length > 0) throw new Problem('decisions-left');
		const by = actor.staffId;
		for (const { id, clientId } of items) {
			const decision = decisions.get(id);
			if (decision?.kind !== 'keep') continue;
			await insertHold(work, { id: work.newId(), clientId, reason: decision.reason, by, on });
		}
		const idsWith = (kind: Decision['kind']) =>
			items.filter(({ id }) => decisions.get(id)?.kind === kind).map(({ id }) => id);
		await updateDecisions(work, idsWith('erase'), 'erase');
		await updateDecisions(work, idsWith('keep'), 'keep');
		await updateProposal(work, proposalId, { state: 'approved', approvedBy: by, approvedOn: on });
	}
});

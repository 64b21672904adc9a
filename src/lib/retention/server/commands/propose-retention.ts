import { deleteProposal, findOpenProposal, insertItems, insertProposal, listItems } from '../queries.ts';
import { listRecords } from '../records/facts.ts';
import { findBoardRule } from '../rule-in-force.ts';
import { assessRecord } from '../../assess-record.ts';
import { proposeJob, takeMostUrgent, type ProposedItem } from '../../proposal.ts';
import type { RetentionItemId, RetentionProposalId } from '#lib/shared/ids.ts';
import { command } from '#lib/shared/server/command.ts';
import type { Work } from '#lib/shared/server/work.ts';

/**
 * Proposes what is to be erased, the most urgent first, and lists what somebody has to decide. Takes the place of a proposal that nobody has
 * approved; leaves an approved one alone. Gives the proposal's id, or null when there is nothing new to propose.
 */
export const proposeRetention = command({
	name: proposeJob,
	permission: 'retention:decide',
	audit: 'always',
	subject: (_input: Record<never, never>, id: RetentionProposalId | null) =>
		id === null ? null : { type: 'retention-proposal', id },
	async run(work): Promise<RetentionProposalId | null> {
		const open = await findOpenProposal(work);
		if (open?.state === 'approved') return null;
		const { ruleId, items } = await listWhatIsDue(work);
		if (open) {
			const before = await listItems(work, open.id);
			if (isSame(before, items)) return null;
			await deleteProposal(work, open.id);
		}
		if (items.length === 0 || ruleId === null) return null;
		const id = work.newId() as RetentionProposalId;
		await insertProposal(work, { id, ruleId, state: 'proposed', proposedOn: work.today });
		await insertItems(work, id, items);
		return id;
	}
});

async function listWhatIsDue(
	work: Work
): Promise<{ readonly ruleId: string | null; readonly items: readonly ProposedItem[] }> {
	const { rule, board } = await findBoardRule(work, work.today);
	const records = await listRecords(work);
	const items = records.flatMap((record): ProposedItem[] => {
		const verdict = assessRecord(rule, board, record, work.today);
		if (verdict.kind === 'keep' || record.lastNoteOn === null) return [];
		const { clientId, lastNoteOn } = record;
		const { eligibleOn, dueOn } = verdict;
		const asks = verdict.kind === 'ask' ? verdict.because : null;
		const id = work.newId() as RetentionItemId;
		return [{ id, clientId, lastNoteOn, eligibleOn, dueOn, asks, decision: null }];
	});
	return { ruleId: rule?.id ?? null, items: takeMostUrgent(items) };
}

function isSame(before: readonly ProposedItem[], now: readonly ProposedItem[]): boolean {
	const textOf = ({ clientId, lastNoteOn, dueOn, asks }: ProposedItem): string =>
		JSON.stringify([clientId, lastNoteOn, dueOn, asks]);
	const known = new Set(before.map(textOf));
	return before.length === now.length && now.every((item) => known.has(textOf(item)));
}

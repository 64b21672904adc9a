import { deleteItems, findOpenProposal, insertCertificate, listItems, updateProposal } from '../queries.ts';
import { listRecords } from '../records/facts.ts';
import { deletePersonalRows } from '../records/personal-rows.ts';
import { findBoardRule } from '../rule-in-force.ts';
import { assessRecord } from '../../assess-record.ts';
import type { Certificate } from '../../certificate.ts';
import type { RuleInForce } from '../../override.ts';
import { appendAuditEvent } from '#lib/audit/server/queries.ts';
import { listCasesOfClients } from '#lib/cases/server/queries.ts';
import { eraseAllFiles } from '#lib/exports/server/queries.ts';
import type { CertificateId, ClientId, RetentionProposalId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import { requireFreshSignIn } from '#lib/shared/server/require-fresh-sign-in.ts';
import type { Work } from '#lib/shared/server/work.ts';

export interface ExecuteRetentionInput {
	readonly proposalId: RetentionProposalId;
}

/**
 * Erases what has been approved, all or nothing, and leaves a certificate of counts. Every record is judged once more:
 * what has got a new note, an open case or a hold since is left. Refuses a proposal that nobody has approved
 * (`changed-meanwhile`) and a sign-in that is not fresh. Afterwards `sweepErased` clears the tables' files.
 */
export const executeRetention = command({
	name: 'executeRetention',
	permission: 'retention:decide',
	audit: 'always',
	subject: ({ proposalId }: ExecuteRetentionInput, { persons }: Certificate) => ({
		type: 'retention-proposal',
		id: proposalId,
		reason: String(persons)
	}),
	async run(work, { proposalId }: ExecuteRetentionInput): Promise<Certificate> {
		requireFreshSignIn(work.actor, work.now);
		const open = await findOpenProposal(work);
		if (open?.id !== proposalId || open.state !== 'approved' || !open.approved) {
			throw new Problem('changed-meanwhile');
		}
		const { rule, approvedIds, ids } = await listWhatStillHolds(work, proposalId);
		const cases = await listCasesOfClients(work, ids);
		await deleteItems(work, proposalId);
		const counts = ids.length > 0 ? await deletePersonalRows(work, ids) : {};
		// Who is in a file cannot be asked: all that have not expired go.
		if (ids.length > 0) await eraseAllFiles(work);
		const certificate: Certificate = {
			id: work.newId() as CertificateId,
			proposalId,
			executedOn: work.today,
			approved: open.approved,
			ruleId: rule?.id ?? open.ruleId,
			law: rule ? describeRule(rule) : open.ruleId,
			years: rule?.years ?? 0,
			persons: ids.length,
			skipped: approvedIds.length - ids.length,
			counts,
			sweptOn: null
		};
		await insertCertificate(work, certificate);
		await updateProposal(work, proposalId, { state: 'executed' });
		// The access log outlives the case: whoever asks later sees that and when it was erased.
		for (const caseId of cases) {
			await appendAuditEvent(work, 'write', 'eraseCase', { type: 'case', id: caseId, caseId });
		}
		return certificate;
	}
});

async function listWhatStillHolds(work: Work, proposalId: RetentionProposalId) {
	const items = await listItems(work, proposalId);
	const approvedIds = items.filter(({ decision }) => decision === 'erase').map(({ clientId }) => clientId);
	const { rule, board } = await findBoardRule(work, work.today);
	const records = await listRecords(work, approvedIds);
	const ids: ClientId[] = records
		.filter((record) => assessRecord(rule, board, record, work.today).kind !== 'keep')
		.map(({ clientId }) => clientId);
	return { rule, approvedIds, ids };
}

function describeRule({ law, overriddenBy }: RuleInForce): string {
	return overriddenBy === null ? law : `${law}; ${overriddenBy}`;
}

import {
	countHolds,
	findOpenProposal,
	findSettings,
	listCaseNumbersByClient,
	listCertificatesOfBoard,
	listItems,
	type RetentionSettings
} from '../queries.ts';
import { findBoardRule } from '../rule-in-force.ts';
import type { Certificate } from '../../certificate.ts';
import type { RuleInForce } from '../../override.ts';
import type { Proposal, ProposedItem } from '../../proposal.ts';
import { findNames } from '#lib/access/server/colleagues/queries.ts';
import { read } from '#lib/shared/server/read.ts';

export interface RetentionOverview {
	readonly settings: RetentionSettings | null;
	/** Null when no rule holds today. */
	readonly rule: RuleInForce | null;
	/** Records that are kept by somebody's decision. */
	readonly held: number;
	/** Null when nothing is to be erased. */
	readonly proposal:
		| (Proposal & {
				readonly approvedByName: string | null;
				readonly items: readonly (ProposedItem & {
					readonly caseNumbers: readonly string[];
					readonly isOverdue: boolean;
				})[];
		  })
		| null;
	readonly certificates: readonly (Certificate & { readonly approvedByName: string })[];
}

/** How it stands with erasing: what holds, what is proposed and what has been done. Case numbers, and nothing from cases. */
export const retentionOverview = read({
	name: 'retentionOverview',
	permission: 'retention:decide',
	audit: 'always',
	subject: () => ({ type: 'retention-proposal', id: null }),
	async run(work, _input: Record<never, never>): Promise<RetentionOverview> {
		const { rule } = await findBoardRule(work, work.today);
		const settings = await findSettings(work);
		const open = await findOpenProposal(work);
		const items = open ? await listItems(work, open.id) : [];
		const numbers = await listCaseNumbersByClient(
			work,
			items.map(({ clientId }) => clientId)
		);
		const certificates = await listCertificatesOfBoard(work);
		const approvers = certificates.map(({ approved }) => approved.by);
		const names = await findNames(work.tx, open?.approved ? [...approvers, open.approved.by] : approvers);
		const nameOf = (id: string): string => names.get(id) ?? id;
		return {
			settings,
			rule,
			held: await countHolds(work, work.today),
			proposal: open && {
				...open,
				approvedByName: open.approved ? nameOf(open.approved.by) : null,
				items: items.map((item) => ({
					...item,
					caseNumbers: numbers.get(item.clientId) ?? [],
					isOverdue: work.today > item.dueOn
				}))
			},
			certificates: certificates.map((certificate) => ({
				...certificate,
				approvedByName: nameOf(certificate.approved.by)
			}))
		};
	}
});

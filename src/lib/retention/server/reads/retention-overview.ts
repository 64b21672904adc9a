import {
	findOpenProposal,
	findSettings,
	listCaseNumbersByClient,
	listCertificatesOfBoard,
	listHolds,
	listItems,
	type Hold,
	type RetentionSettings
} from '../queries.ts';
import { findBoardRule } from '../rule-in-force.ts';
import type { Certificate } from '../../certificate.ts';
import type { RuleInForce } from '../../override.ts';
import { proposeJob, type Proposal, type ProposedItem } from '../../proposal.ts';
import { findNames } from '#lib/access/server/colleagues/queries.ts';
import type { JobRun } from '#lib/jobs/job-run.ts';
import { findLastRun } from '#lib/jobs/server/queries.ts';
import { read } from '#lib/shared/server/read.ts';

export interface RetentionOverview {
	readonly settings: RetentionSettings | null;
	/** Null when no rule holds today. */
	readonly rule: RuleInForce | null;
	/** Records that are kept by somebody's decision. */
	readonly holds: readonly (Hold & { readonly byName: string; readonly caseNumbers: readonly string[] })[];
	/** The last night everything was gone through; null when it never was. */
	readonly lastLook: JobRun | null;
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
		const holds = await listHolds(work, work.today);
		const numbers = await listCaseNumbersByClient(
			work,
			[...items, ...holds].map(({ clientId }) => clientId)
		);
		const certificates = await listCertificatesOfBoard(work);
		const deciders = [...certificates.map(({ approved }) => approved.by), ...holds.map(({ by }) => by)];
		const names = await findNames(work.tx, open?.approved ? [...deciders, open.approved.by] : deciders);
		const nameOf = (id: string): string => names.get(id) ?? id;
		return {
			settings,
			rule,
			holds: holds.map((hold) => ({
				...hold,
				byName: nameOf(hold.by),
				caseNumbers: numbers.get(hold.clientId) ?? []
			})),
			lastLook: await findLastRun(work, proposeJob, ['done']),
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

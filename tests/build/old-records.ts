/** What a board has left of erasing, made up: a certificate, a record that is kept by decision, a line of its plan. */
import { closeCase } from '#lib/cases/server/commands/close-case.ts';
import { addRetentionOverride } from '#lib/retention/server/commands/add-retention-override.ts';
import { approveRetention } from '#lib/retention/server/commands/approve-retention.ts';
import { executeRetention } from '#lib/retention/server/commands/execute-retention.ts';
import { proposeRetention } from '#lib/retention/server/commands/propose-retention.ts';
import { setRetentionSettings } from '#lib/retention/server/commands/set-retention-settings.ts';
import { retentionOverview } from '#lib/retention/server/reads/retention-overview.ts';
import type { Decision } from '#lib/retention/proposal.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { openTestCase } from './made-up.ts';

export interface OldRecords {
	readonly proposalId: string;
	readonly certificateId: string;
	readonly heldClientId: string;
	readonly overrideId: string;
}

/** Two old records of the board, the one erased and the other kept. `decider` has just signed in. */
export async function makeOldRecords(system: Context, decider: Context): Promise<OldRecords> {
	const on = (day: string): Context => ({ ...system, now: () => new Date(`${day}T12:00:00+01:00`) });
	for (const _ of ['erased', 'kept']) {
		const caseId = await openTestCase(on('2015-01-07'), { openedOn: '2015-01-07' as LocalDate });
		await run(on('2015-03-02'), closeCase, { caseId, closedOn: '2015-03-02' as LocalDate });
	}
	await run(system, setRetentionSettings, { municipalityCode: '0180', regime: 'sol' });
	await run(system, proposeRetention, {});
	const { proposal } = await fetch(decider, retentionOverview, {});
	const [erased, kept] = proposal?.items ?? [];
	if (!proposal || !erased || !kept) throw new Error('Nothing is proposed.');
	const decisions = new Map<typeof erased.id, Decision>([
		[erased.id, { kind: 'erase' }],
		[kept.id, { kind: 'keep', reason: 'dispute' }]
	]);
	await run(decider, approveRetention, { proposalId: proposal.id, decisions });
	const { id: certificateId } = await run(system, executeRetention, { proposalId: proposal.id });
	const overrideId = await run(system, addRetentionOverride, {
		ruleId: 'lss-private-record',
		years: 7,
		reference: 'Plan § 41 (påhittad)',
		validFrom: '2012-01-01' as LocalDate,
		validTo: '2012-12-31' as LocalDate
	});
	return { proposalId: proposal.id, certificateId, heldClientId: kept.clientId, overrideId };
}

import { findAlert, updateAsAcknowledged } from '../alerts/queries.ts';
import type { RiskAlertId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import type { Work } from '#lib/shared/server/work.ts';

export interface AcknowledgeAlertInput {
	readonly alertId: RiskAlertId;
}

/**
 * Says that somebody responsible has seen the answer. What was done about it is written in the case's own record. Refuses
 * an alert that somebody has acknowledged already (`changed-meanwhile`).
 */
export const acknowledgeAlert = command({
	name: 'acknowledgeAlert',
	permission: 'case:acknowledge',
	inCase: ({ alertId }: AcknowledgeAlertInput, work) => findCaseOfAlert(work, alertId),
	audit: 'always',
	subject: async ({ alertId: id }: AcknowledgeAlertInput, _output: void, work) => ({
		type: 'risk-alert',
		id,
		caseId: await findCaseOfAlert(work, id)
	}),
	async run(work, { alertId }: AcknowledgeAlertInput): Promise<void> {
		const alert = await findAlert(work, alertId);
		if (!alert) throw new Problem('not-found');
		if (alert.acknowledgedOn !== null) throw new Problem('changed-meanwhile');
		const { actor, today } = work;
		const acknowledgedBy = actor.kind === 'staff' ? actor.staffId : actor.kind;
		await updateAsAcknowledged(work, alertId, { acknowledgedOn: today, acknowledgedBy });
	}
});

async function findCaseOfAlert(work: Work, id: RiskAlertId) {
	return (await findAlert(work, id))?.caseId ?? null;
}

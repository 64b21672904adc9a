/**
 * Keeps a case's occasions in step with its days and its plan: what is to come is moved, added or no longer expected; what
 * has been is left as it is.
 */
import { findCaseDays } from '#lib/cases/server/queries.ts';
import type { CaseId, OccasionId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { listPlanned, type CaseDays } from '../../list-planned.ts';
import type { OccasionOutcome, PlannedOccasion } from '../../occasion.ts';
import type { Plan } from '../../plan.ts';
import { replan } from '../../replan.ts';
import {
	findOccasion,
	getVersion,
	insertOccasions,
	listCasePlans,
	listOccasions,
	updateCasePlan,
	updateOccasion,
	type CasePlan,
	type OccasionRow
} from '../queries.ts';

type ScheduleWork = Pick<Work, 'tx' | 'boardId' | 'newId'>;

/** Reschedules every plan that the case follows. */
export async function rescheduleCase(work: ScheduleWork, caseId: CaseId): Promise<void> {
	for (const casePlan of await listCasePlans(work, { caseId })) {
		if (casePlan.endedOn === null) await rescheduleCasePlan(work, casePlan);
	}
}

/** Makes the occasions what the plan's version says with the case's days today. Safe to run again. */
export async function rescheduleCasePlan(work: ScheduleWork, casePlan: CasePlan): Promise<void> {
	const { plan } = await getVersion(work, casePlan.planId, casePlan.planVersion);
	const existing = await listOccasions(work, { casePlanId: casePlan.id });
	const planned = listPlanned(plan, await findDays(work, casePlan), existing);
	const { added, moved, lapsed } = replan(existing, planned);
	const { planVersion } = casePlan;
	for (const { from, to } of moved) {
		const { days, phase } = to;
		await updateOccasion(work, from.id, { days, phase, planVersion, outcome: { state: 'planned' } });
	}
	for (const { id, days } of lapsed) await updateOccasion(work, id, { days, outcome: { state: 'lapsed' } });
	await insertOccasions(
		work,
		added.map((occasion) => toNewRow(work, casePlan, plan, occasion))
	);
}

async function findDays(work: ScheduleWork, { caseId, interventionId }: CasePlan): Promise<CaseDays> {
	const days = await findCaseDays(work, caseId, interventionId);
	if (!days) throw new Problem('not-found');
	return {
		'case-start': days.openedOn,
		'case-end': days.closedOn,
		'intervention-start': days.startedOn,
		'intervention-end': days.endedOn
	};
}

function toNewRow(
	{ newId }: Pick<Work, 'newId'>,
	casePlan: CasePlan,
	plan: Plan,
	occasion: PlannedOccasion
): OccasionRow {
	const line = plan.lines.find(({ key }) => key === occasion.line);
	if (!line) throw new Problem('unexpected', { line: occasion.line });
	return {
		...occasion,
		id: newId() as OccasionId,
		casePlanId: casePlan.id,
		caseId: casePlan.caseId,
		planVersion: casePlan.planVersion,
		instrumentId: line.measure.kind === 'instrument' ? line.measure.instrumentId : null,
		respondent: line.respondent,
		outcome: { state: 'planned' }
	};
}

/** Settles an occasion, and plans the next one where each is counted from the one before. */
export async function settleOccasion(
	work: ScheduleWork,
	occasion: OccasionRow,
	outcome: Extract<OccasionOutcome, { state: 'done' | 'missed' }>
): Promise<void> {
	await updateOccasion(work, occasion.id, { days: occasion.days, outcome });
	const [casePlan] = await listCasePlans(work, { casePlanId: occasion.casePlanId });
	if (casePlan && casePlan.endedOn === null) await rescheduleCasePlan(work, casePlan);
}

/** Stops following the plan: what is still to come is no longer expected. */
export async function endCasePlan(work: ScheduleWork & Pick<Work, 'today'>, { id }: CasePlan): Promise<void> {
	await updateCasePlan(work, id, { endedOn: work.today });
	for (const occasion of await listOccasions(work, { casePlanId: id })) {
		if (occasion.outcome.state !== 'planned') continue;
		await updateOccasion(work, occasion.id, { days: occasion.days, outcome: { state: 'lapsed' } });
	}
}

/**
 * The occasion that comes after this one is done on the day, as it would be stored; null where there is none to add. For
 * whoever must store both in one statement.
 */
export async function planNextAfter(
	work: ScheduleWork,
	id: OccasionId,
	outcome: Extract<OccasionOutcome, { state: 'done' }>
): Promise<OccasionRow | null> {
	const occasion = await findOccasion(work, id);
	const [casePlan] = occasion ? await listCasePlans(work, { casePlanId: occasion.casePlanId }) : [];
	if (!occasion || !casePlan || casePlan.endedOn !== null) return null;
	const { plan } = await getVersion(work, casePlan.planId, casePlan.planVersion);
	const rule = plan.occasions.find(({ key }) => key === occasion.rule);
	if (rule?.timing.kind !== 'interval') return null;
	const existing = await listOccasions(work, { casePlanId: casePlan.id });
	const afterwards = existing.map((other) => (other.id === id ? { ...other, outcome } : other));
	const planned = listPlanned(plan, await findDays(work, casePlan), afterwards);
	const next = replan(afterwards, planned).added.find(
		({ line, rule: ofRule }) => line === occasion.line && ofRule === occasion.rule
	);
	return next ? toNewRow(work, casePlan, plan, next) : null;
}

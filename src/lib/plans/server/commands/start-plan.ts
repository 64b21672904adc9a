import { findRetirement, insertCasePlan, listCasePlans, listOccasions, listVersions } from '../queries.ts';
import type { CasePlan, OccasionRow } from '../queries.ts';
import { rescheduleCasePlan, settleOccasion } from '../schedule/queries.ts';
import { countsFromIntervention } from '../../counts-from-intervention.ts';
import { findCaseOfIntervention } from '#lib/cases/server/queries.ts';
import { listAdministrationsOfCase, updatePlanOccasion } from '#lib/collection/server/queries.ts';
import type { CaseId, CasePlanId, InterventionId, PlanId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import type { Work } from '#lib/shared/server/work.ts';

export interface StartPlanInput {
	readonly caseId: CaseId;
	readonly planId: PlanId;
	/** The intervention whose days the plan counts from; null where it counts from the case's alone. */
	readonly interventionId: InterventionId | null;
}

/**
 * Starts the case on the plan's newest published version: its occasions are made, and answers that the case already has
 * take their place among them. Refuses a plan that is not published or has been retired, one that the case follows
 * already (`changed-meanwhile`), and to count from an intervention that is not the case's (`invalid-input`).
 */
export const startPlan = command({
	name: 'startPlan',
	permission: 'case:write',
	inCase: ({ caseId }) => caseId,
	audit: 'always',
	subject: ({ caseId }: StartPlanInput, id: CasePlanId) => ({ type: 'case-plan', id, caseId }),
	async run(work, { caseId, planId, interventionId }: StartPlanInput): Promise<CasePlanId> {
		const retiredOn = await findRetirement(work, planId);
		if (retiredOn === undefined) throw new Problem('not-found', { what: 'plan' });
		const published = (await listVersions(work, planId)).find(({ publishedOn }) => publishedOn !== null);
		if (!published || retiredOn !== null) throw new Problem('changed-meanwhile');
		const isMissing = countsFromIntervention(published.plan) && interventionId === null;
		const isOthers =
			interventionId !== null && (await findCaseOfIntervention(work, interventionId)) !== caseId;
		if (isMissing || isOthers) throw new Problem('invalid-input', { field: 'interventionId' });
		const followed = await listCasePlans(work, { caseId });
		if (followed.some((other) => other.planId === planId && other.endedOn === null)) {
			throw new Problem('changed-meanwhile');
		}
		const casePlan: CasePlan = {
			id: work.newId() as CasePlanId,
			caseId,
			planId,
			planVersion: published.version,
			interventionId,
			startedOn: work.today,
			endedOn: null
		};
		await insertCasePlan(work, casePlan);
		await rescheduleCasePlan(work, casePlan);
		await adoptAnswers(work, casePlan);
		return casePlan.id;
	}
});

/** Answers and open links from before the plan that fall within one of its windows, in order of time. */
async function adoptAnswers(work: Work, { id: casePlanId, caseId }: CasePlan): Promise<void> {
	const administrations = await listAdministrationsOfCase(work, caseId);
	for (const administration of administrations) {
		if (administration.occasionId !== null || administration.state === 'withdrawn') continue;
		const isAnswered = administration.state === 'answered';
		const on = isAnswered ? administration.answeredOn : administration.createdOn;
		const occasions = await listOccasions(work, { casePlanId });
		const place = occasions.find(
			(occasion) =>
				occasion.instrumentId === administration.instrumentId &&
				occasion.respondent === administration.respondent &&
				isOpenOn(occasion, on)
		);
		if (!place) continue;
		await updatePlanOccasion(work, administration.id, place.id);
		if (isAnswered) await settleOccasion(work, place, { state: 'done', on });
	}
}

function isOpenOn({ days, outcome }: OccasionRow, on: string): boolean {
	return outcome.state === 'planned' && days !== null && days.opensOn <= on && on <= days.closesOn;
}

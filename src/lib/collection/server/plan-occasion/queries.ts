/** Whether something may be given for a plan's occasion, and whether the case's plans allow it so soon after the last. */
import type { Respondent } from '#lib/instruments/instrument.ts';
import { assessLimit } from '#lib/plans/assess-limit.ts';
import {
	findOccasion,
	findPlanOfOccasion,
	getVersion,
	listCasePlans,
	listOccasions,
	type OccasionRow
} from '#lib/plans/server/queries.ts';
import type { CaseId, OccasionId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { subjectOfPlan, type InformationSubject } from '#lib/surveys/information-subject.ts';
import { listAdministrationsOfCase } from '../queries.ts';

interface Given {
	readonly caseId: CaseId;
	readonly instrumentId: string;
	readonly respondent: Respondent;
}

/**
 * The occasion that something is given for. Refuses one of another case, measure or respondent (`not-found`), and one that
 * is done already or no longer expected (`changed-meanwhile`).
 */
export async function getOccasionFor(work: Work, id: OccasionId, given: Given): Promise<OccasionRow> {
	const occasion = await findOccasion(work, id);
	const isOfIt =
		occasion?.caseId === given.caseId &&
		occasion.instrumentId === given.instrumentId &&
		occasion.respondent === given.respondent;
	if (!occasion || !isOfIt) throw new Problem('not-found', { what: 'occasion' });
	if (occasion.outcome.state === 'done' || occasion.outcome.state === 'lapsed') {
		throw new Problem('changed-meanwhile');
	}
	return occasion;
}

/** What people are told about when something is given for the occasion: its plan, or cases in general where there is none. */
export async function subjectFor(work: Work, occasion: OccasionRow | null): Promise<InformationSubject> {
	const planId = occasion && (await findPlanOfOccasion(work, occasion.id));
	return planId ? subjectOfPlan(planId) : 'cases';
}

/**
 * Throws `too-soon` where one of the case's plans says at most once in a time, and the last answer is nearer than that to
 * the day. Holds for what is given outside the plan's occasions as well: the person is asked as often all the same.
 */
export async function requireNotTooSoon(work: Work, given: Given, on: LocalDate): Promise<void> {
	const casePlans = (await listCasePlans(work, { caseId: given.caseId })).filter(
		({ endedOn }) => endedOn === null
	);
	if (casePlans.length === 0) return;
	const administrations = await listAdministrationsOfCase(work, given.caseId);
	const isSame = (other: {
		readonly instrumentId: string | null;
		readonly respondent: Respondent;
	}): boolean => other.instrumentId === given.instrumentId && other.respondent === given.respondent;
	const answered = administrations.filter(({ state }) => state === 'answered').filter(isSame);
	// Answered without a name: then the occasion alone says that the person has been asked.
	const unnamed = (await listOccasions(work, { caseId: given.caseId }))
		.filter(isSame)
		.filter(({ id }) => !answered.some(({ occasionId }) => occasionId === id));
	const doneOn = [
		...answered.flatMap((one) => (one.state === 'answered' ? [one.answeredOn] : [])),
		...unnamed.flatMap(({ outcome }) => (outcome.state === 'done' ? [outcome.on] : []))
	];
	for (const { planId, planVersion } of casePlans) {
		const { plan } = await getVersion(work, planId, planVersion);
		const lines = plan.lines.filter(
			({ measure, respondent }) =>
				measure.kind === 'instrument' &&
				measure.instrumentId === given.instrumentId &&
				respondent === given.respondent
		);
		for (const rule of plan.occasions.filter(({ key }) => lines.some(({ at }) => at.includes(key)))) {
			const allowed = assessLimit(rule.timing, doneOn, on);
			if (allowed.ok) continue;
			const { lastOn, notBefore } = allowed.problem;
			throw new Problem('too-soon', { lastOn, notBefore });
		}
	}
}

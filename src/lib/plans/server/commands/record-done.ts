import { findCaseOfOccasion, findOccasion, getVersion, listCasePlans, listOccasions } from '../queries.ts';
import { settleOccasion } from '../schedule/queries.ts';
import { assessLimit } from '../../assess-limit.ts';
import type { OccasionId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface RecordDoneInput {
	readonly occasionId: OccasionId;
	readonly doneOn: LocalDate;
}

/**
 * Says that something measured outside the program was done. Refuses what is measured here, since then the answer says so,
 * and a day that has not come (`invalid-input`); what is done already or not expected (`changed-meanwhile`); and one that
 * comes too soon after the last by the plan (`too-soon`).
 */
export const recordDone = command({
	name: 'recordDone',
	permission: 'case:write',
	inCase: ({ occasionId }: RecordDoneInput, work) => findCaseOfOccasion(work, occasionId),
	audit: 'always',
	subject: async ({ occasionId: id }: RecordDoneInput, _output: void, work) => ({
		type: 'occasion',
		id,
		caseId: await findCaseOfOccasion(work, id)
	}),
	async run(work, { occasionId, doneOn }: RecordDoneInput): Promise<void> {
		const occasion = await findOccasion(work, occasionId);
		if (!occasion) throw new Problem('not-found');
		if (occasion.instrumentId !== null) throw new Problem('invalid-input', { field: 'occasionId' });
		if (doneOn > work.today) throw new Problem('invalid-input', { field: 'doneOn' });
		const { state } = occasion.outcome;
		if (state === 'done' || state === 'lapsed') throw new Problem('changed-meanwhile');
		const [casePlan] = await listCasePlans(work, { casePlanId: occasion.casePlanId });
		if (!casePlan) throw new Problem('not-found');
		const { plan } = await getVersion(work, casePlan.planId, casePlan.planVersion);
		const rule = plan.occasions.find(({ key }) => key === occasion.rule);
		const others = await listOccasions(work, { casePlanId: casePlan.id });
		const doneBefore = others.flatMap(({ line, rule: ofRule, outcome }) =>
			line === occasion.line && ofRule === occasion.rule && outcome.state === 'done' ? [outcome.on] : []
		);
		const allowed = rule ? assessLimit(rule.timing, doneBefore, doneOn) : null;
		if (allowed && !allowed.ok) {
			const { lastOn, notBefore } = allowed.problem;
			throw new Problem('too-soon', { lastOn, notBefore });
		}
		await settleOccasion(work, occasion, { state: 'done', on: doneOn });
	}
});

import { insertActionPlan, insertActionPlanEvent } from '../plans/queries.ts';
import { judgeYear } from '../plans/judge-year.ts';
import { emptyPlanContent, type PlannedResult } from '../../action-plan.ts';
import type { ActionPlanId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface AskForActionPlanInput extends PlannedResult {
	readonly dueOn: LocalDate;
	/** Paragraph of the minutes, where the board has decided it in a meeting. */
	readonly decisionReference: string | null;
	readonly comment: string | null;
}

/**
 * Asks the provider for an action plan about a target it has missed. Refuses a result that has not been judged as missed
 * (`goal-not-missed`), a day that has passed (`invalid-input`) and a second plan while one is open (`already-exists`).
 */
export const askForActionPlan = command({
	name: 'askForActionPlan',
	permission: 'action-plan:ask',
	audit: 'always',
	subject: (_input: AskForActionPlanInput, id: ActionPlanId) => ({ type: 'action-plan', id }),
	async run(work, input: AskForActionPlanInput): Promise<ActionPlanId> {
		const { dueOn, decisionReference, comment, ...result } = input;
		if (dueOn < work.today) throw new Problem('invalid-input', { field: 'dueOn' });
		const verdict = await judgeYear(work, result);
		if (!verdict || verdict.isMet) throw new Problem('goal-not-missed');
		const id = work.newId() as ActionPlanId;
		const on = work.today;
		await insertActionPlan(work, {
			...result,
			id,
			state: 'asked',
			askedOn: on,
			dueOn,
			draft: emptyPlanContent
		});
		await insertActionPlanEvent(work, {
			planId: id,
			seq: 1,
			on,
			takenBy: work.actor.kind === 'staff' ? work.actor.staffId : null,
			step: { kind: 'asked', dueOn, decisionReference, comment }
		});
		return id;
	}
});

/** One step with an action plan: what it makes of the plan, and its line in the history. */
import { reachesProvider } from '#lib/access/permissions.ts';
import { decideStep, type ActionPlan, type ActionPlanStep } from '../../action-plan.ts';
import type { ActionPlanId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import type { Work } from '#lib/shared/server/work.ts';
import {
	findActionPlanRow,
	insertActionPlanEvent,
	listActionPlanEvents,
	updateActionPlan,
	type NamedActionPlan
} from './queries.ts';

/** The plan, where it is within reach. Somebody else's does not exist. */
export async function getActionPlan(work: Work, id: ActionPlanId): Promise<NamedActionPlan> {
	const plan = await findActionPlanRow(work, id);
	if (!plan || !reachesProvider(work.reach, plan.providerId)) throw new Problem('not-found');
	return plan;
}

/** Takes the step. Refuses one that the plan is not ready for, or that somebody else has taken (`changed-meanwhile`). */
export async function takeStep(
	work: Work,
	plan: ActionPlan,
	step: ActionPlanStep,
	changes: Partial<Pick<ActionPlan, 'dueOn' | 'draft'>> = {}
): Promise<void> {
	const next = decideStep(plan.state, step.kind);
	if (!next.ok) throw new Problem('changed-meanwhile');
	const events = await listActionPlanEvents(work, plan.id);
	const isFirst = await updateActionPlan(work, plan, { state: next.value, ...changes });
	if (!isFirst) throw new Problem('changed-meanwhile');
	await insertActionPlanEvent(work, {
		planId: plan.id,
		seq: events.length + 1,
		on: work.today,
		takenBy: work.actor.kind === 'staff' ? work.actor.staffId : null,
		step
	});
}

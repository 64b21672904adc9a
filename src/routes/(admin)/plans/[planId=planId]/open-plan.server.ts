/** The plan that a page is about: the draft if there is one, otherwise what is in force. */
import type { Plan } from '#lib/plans/plan.ts';
import { changePlan } from '#lib/plans/server/commands/change-plan.ts';
import type { PlanRow } from '#lib/plans/server/queries.ts';
import { listPlans } from '#lib/plans/server/reads/list-plans.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PlanId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { fetch } from '#lib/shared/server/read.ts';

export interface OpenedPlan extends PlanRow {
	readonly newest: PlanRow['versions'][number];
	readonly plan: Plan;
}

/** The plan with its newest version, or the Problem that the board has no such plan. */
export async function openPlan(context: Context, planId: PlanId): Promise<OpenedPlan> {
	const plans = await fetch(context, listPlans, {});
	const row = plans.find(({ id }) => id === planId);
	const newest = row?.versions[0];
	if (!row || !newest) throw new Problem('not-found');
	return { ...row, newest, plan: newest.plan };
}

/** Saves what a page has changed in the plan's draft. */
export async function editPlan(context: Context, planId: PlanId, edit: (plan: Plan) => Plan): Promise<void> {
	const { plan } = await openPlan(context, planId);
	await run(context, changePlan, { planId, plan: edit(plan) });
}

/** The way to a page of a plan. */
export function wayToPlan({ id, plan }: OpenedPlan) {
	return [
		{ href: '/plans', label: m.plans_title() },
		{ href: `/plans/${id}`, label: plan.name }
	];
}

/** Action plans as lines in a list, under whose turn it is. */
import { m } from '#lib/paraglide/messages.js';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { isToBeWritten } from '#lib/targets/action-plan.ts';
import type { ActionPlan } from '#lib/targets/action-plan.ts';
import { describeState, type PlanState } from './plan-words.ts';

export interface PlanRow {
	readonly id: string;
	readonly provider: string;
	readonly goal: string;
	readonly year: number;
	readonly dueOn: LocalDate;
	readonly state: PlanState;
}

export interface PlanGroup {
	readonly key: string;
	readonly title: string;
	readonly rows: readonly PlanRow[];
}

type Plan = ActionPlan & { readonly providerName: string };

/** Groups without plans are left out. */
export function groupPlans(
	plans: readonly Plan[],
	{ nameOf, today, isOwn }: { nameOf: (plan: Plan) => string; today: LocalDate; isOwn: boolean }
): readonly PlanGroup[] {
	const rowsOf = (belongs: (plan: Plan) => boolean): PlanRow[] =>
		plans.filter(belongs).map((plan) => ({
			id: plan.id,
			provider: plan.providerName,
			goal: nameOf(plan),
			year: plan.year,
			dueOn: plan.dueOn,
			state: describeState(plan, today)
		}));
	const group = (key: string, title: string, belongs: (plan: Plan) => boolean): PlanGroup => ({
		key,
		title,
		rows: rowsOf(belongs)
	});
	return [
		group('write', isOwn ? m.action_group_write_own() : m.action_group_write(), isToBeWritten),
		group(
			'answer',
			isOwn ? m.action_group_answer_own() : m.action_group_answer(),
			({ state }) => state === 'sent'
		),
		group('measure', m.action_group_measure(), ({ state }) => state === 'accepted'),
		group('over', m.action_group_over(), ({ state }) => state === 'closed' || state === 'withdrawn')
	].filter(({ rows }) => rows.length > 0);
}

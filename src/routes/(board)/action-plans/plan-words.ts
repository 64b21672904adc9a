/** Where an action plan stands, in words for whoever reads it. */
import { m } from '#lib/paraglide/messages.js';
import type { ActionPlan, ActionPlanState } from '#lib/targets/action-plan.ts';
import { isToBeWritten } from '#lib/targets/action-plan.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';

const stateWords: Readonly<Record<ActionPlanState, () => string>> = {
	asked: m.action_state_asked,
	sent: m.action_state_sent,
	returned: m.action_state_returned,
	accepted: m.action_state_accepted,
	closed: m.action_state_closed,
	withdrawn: m.action_state_withdrawn
};

export interface PlanState {
	readonly text: string;
	readonly kind: 'neutral' | 'accent' | 'success' | 'warning' | 'problem';
}

/** The state in a word or two; that the day has passed comes before everything else. */
export function describeState(plan: Pick<ActionPlan, 'state' | 'dueOn'>, today: LocalDate): PlanState {
	if (isToBeWritten(plan) && today > plan.dueOn) return { text: m.action_state_overdue(), kind: 'problem' };
	const kinds = {
		asked: 'warning',
		returned: 'warning',
		sent: 'accent',
		accepted: 'success',
		closed: 'neutral',
		withdrawn: 'neutral'
	} as const;
	return { text: stateWords[plan.state](), kind: kinds[plan.state] };
}

/**
 * Åtgärdsplan: the board asks for one when a provider has missed a target, the provider writes it, the board accepts it or
 * sends it back, and the next result closes it. What has been said stays: every step is added, none is changed.
 */
import type { ActionPlanId, ProviderId } from '#lib/shared/ids.ts';
import { addDays, type LocalDate } from '#lib/shared/local-date.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';
import type { TargetLaw } from './target.ts';

export const actionPlanStates = ['asked', 'sent', 'returned', 'accepted', 'closed', 'withdrawn'] as const;
export type ActionPlanState = (typeof actionPlanStates)[number];

/** Which result it is about: one provider, one goal, one year. */
export interface PlannedResult {
	readonly providerId: ProviderId;
	readonly year: number;
	readonly law: TargetLaw;
	readonly instrumentId: string;
	readonly item: string;
}

/** What the provider writes. */
export interface PlanContent {
	/** What the provider has seen itself. */
	readonly seen: string;
	/** What is to be done. */
	readonly measures: string;
	readonly responsible: string;
	readonly doneBy: LocalDate | null;
	/** How it will be noticed that it has been done. */
	readonly followUp: string;
}

export const emptyPlanContent: PlanContent = {
	seen: '',
	measures: '',
	responsible: '',
	doneBy: null,
	followUp: ''
};

export interface ActionPlan extends PlannedResult {
	readonly id: ActionPlanId;
	readonly state: ActionPlanState;
	readonly askedOn: LocalDate;
	readonly dueOn: LocalDate;
	/** As far as it has been written. */
	readonly draft: PlanContent;
}

/** One step in a plan's history. */
export type ActionPlanEvent = {
	readonly seq: number;
	readonly on: LocalDate;
} & ActionPlanStep;

export type ActionPlanStep =
	| {
			readonly kind: 'asked';
			readonly dueOn: LocalDate;
			readonly decisionReference: string | null;
			readonly comment: string | null;
	  }
	/** The program's own: before the day, and when it has passed. */
	| { readonly kind: 'reminded'; readonly dueOn: LocalDate }
	| { readonly kind: 'overdue'; readonly dueOn: LocalDate }
	| { readonly kind: 'sent'; readonly content: PlanContent }
	| { readonly kind: 'returned'; readonly comment: string; readonly dueOn: LocalDate }
	| { readonly kind: 'accepted'; readonly comment: string | null }
	/** By the result of a later year, judged against that year's own target. */
	| { readonly kind: 'closed'; readonly year: number; readonly isMet: boolean }
	| { readonly kind: 'withdrawn'; readonly comment: string };

/** Whose move it is, and what each step makes of a plan. */
const nextStates: Readonly<
	Record<ActionPlanState, Partial<Record<ActionPlanStep['kind'], ActionPlanState>>>
> = {
	asked: { reminded: 'asked', overdue: 'asked', sent: 'sent', withdrawn: 'withdrawn' },
	returned: { reminded: 'returned', overdue: 'returned', sent: 'sent', withdrawn: 'withdrawn' },
	sent: { returned: 'returned', accepted: 'accepted', withdrawn: 'withdrawn' },
	accepted: { closed: 'closed', withdrawn: 'withdrawn' },
	closed: {},
	withdrawn: {}
};

/** The state after the step, or that the plan is not where the step can be taken. */
export function decideStep(
	state: ActionPlanState,
	kind: ActionPlanStep['kind']
): Result<ActionPlanState, 'wrong-state'> {
	const next = nextStates[state][kind];
	return next ? ok(next) : refuse('wrong-state');
}

/** Whether it is the provider's turn to write. */
export function isToBeWritten({ state }: Pick<ActionPlan, 'state'>): boolean {
	return state === 'asked' || state === 'returned';
}

/** Whether there is still something to wait for. */
export function isOpen({ state }: Pick<ActionPlan, 'state'>): boolean {
	return state !== 'closed' && state !== 'withdrawn';
}

export const remindDaysBefore = 7;

/**
 * What the program has to say about a plan today: a week before the day and the day after it, once each for every day that
 * has been set. Null when there is nothing, or it has been said.
 */
export function findReminder(
	plan: Pick<ActionPlan, 'state' | 'dueOn'>,
	events: readonly ActionPlanStep[],
	today: LocalDate
): Extract<ActionPlanStep, { kind: 'reminded' | 'overdue' }> | null {
	if (!isToBeWritten(plan)) return null;
	const { dueOn } = plan;
	const kind = today > dueOn ? 'overdue' : today >= addDays(dueOn, -remindDaysBefore) ? 'reminded' : null;
	if (kind === null) return null;
	const isSaid = events.some((event) => event.kind === kind && event.dueOn === dueOn);
	return isSaid ? null : { kind, dueOn };
}

/** Rows of action plans and their steps to and from what the rest of the program knows. */
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { providerNames } from '#lib/cases/server/queries.ts';
import type { ActionPlanId, BoardId, ProviderId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import type { ActionPlan, ActionPlanEvent, ActionPlanState, ActionPlanStep } from '../../action-plan.ts';
import { actionPlanEvents, actionPlans } from '../action-plan-tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}

export interface NamedActionPlan extends ActionPlan {
	readonly providerName: string;
}

export async function insertActionPlan({ tx, boardId }: Scope, value: ActionPlan): Promise<void> {
	await tx.insert(actionPlans).values({ boardId, ...value });
}

/** The board's plans, the latest first; only the given providers' where providers are given. */
export async function listActionPlanRows(
	{ tx, boardId }: Scope,
	providerIds: readonly ProviderId[] | 'all'
): Promise<readonly NamedActionPlan[]> {
	if (providerIds !== 'all' && providerIds.length === 0) return [];
	const rows = await tx
		.select({ plan: actionPlans, providerName: sql<string>`provider.name` })
		.from(actionPlans)
		.innerJoin(
			sql`${providerNames} as provider`,
			sql`provider.board_id = ${actionPlans.boardId} and provider.id = ${actionPlans.providerId}`
		)
		.where(
			and(
				eq(actionPlans.boardId, boardId),
				providerIds === 'all' ? undefined : inArray(actionPlans.providerId, [...providerIds])
			)
		)
		.orderBy(desc(actionPlans.askedOn), asc(sql`provider.name`), asc(actionPlans.item), asc(actionPlans.id));
	return rows.map(({ plan: { boardId: _board, ...plan }, providerName }) => ({ ...plan, providerName }));
}

export async function findActionPlanRow(
	{ tx, boardId }: Scope,
	id: ActionPlanId
): Promise<NamedActionPlan | null> {
	const rows = await tx
		.select({ plan: actionPlans, providerName: sql<string>`provider.name` })
		.from(actionPlans)
		.innerJoin(
			sql`${providerNames} as provider`,
			sql`provider.board_id = ${actionPlans.boardId} and provider.id = ${actionPlans.providerId}`
		)
		.where(and(eq(actionPlans.boardId, boardId), eq(actionPlans.id, id)));
	const row = rows[0];
	if (!row) return null;
	const { boardId: _board, ...plan } = row.plan;
	return { ...plan, providerName: row.providerName };
}

/** Changes a plan that is still in the state it was read in. False when somebody else was first. */
export async function updateActionPlan(
	{ tx, boardId }: Scope,
	plan: Pick<ActionPlan, 'id' | 'state'>,
	values: Partial<Pick<ActionPlan, 'state' | 'dueOn' | 'draft'>>
): Promise<boolean> {
	const rows = await tx
		.update(actionPlans)
		.set(values)
		.where(
			and(eq(actionPlans.boardId, boardId), eq(actionPlans.id, plan.id), eq(actionPlans.state, plan.state))
		)
		.returning({ id: actionPlans.id });
	return rows.length === 1;
}

export interface NewStep {
	readonly planId: ActionPlanId;
	readonly seq: number;
	readonly on: LocalDate;
	readonly takenBy: string | null;
	readonly step: ActionPlanStep;
}

export async function insertActionPlanEvent(
	{ tx, boardId }: Scope,
	{ on, ...value }: NewStep
): Promise<void> {
	await tx.insert(actionPlanEvents).values({ boardId, happenedOn: on, ...value });
}

/** A plan's steps in the order they were taken. */
export async function listActionPlanEvents(
	{ tx, boardId }: Scope,
	planId: ActionPlanId
): Promise<readonly ActionPlanEvent[]> {
	const rows = await tx
		.select()
		.from(actionPlanEvents)
		.where(and(eq(actionPlanEvents.boardId, boardId), eq(actionPlanEvents.planId, planId)))
		.orderBy(asc(actionPlanEvents.seq));
	return rows.map(({ seq, happenedOn: on, step }) => ({ seq, on, ...step }));
}

/** The plans that wait for their provider. */
export async function listPlansToBeWritten({ tx, boardId }: Scope): Promise<readonly ActionPlan[]> {
	const waiting: ActionPlanState[] = ['asked', 'returned'];
	const rows = await tx
		.select()
		.from(actionPlans)
		.where(and(eq(actionPlans.boardId, boardId), inArray(actionPlans.state, waiting)))
		.orderBy(asc(actionPlans.id));
	return rows.map(({ boardId: _board, ...plan }) => plan);
}

/** Rows of plans, of the cases that follow them and of their occasions to and from what the rest of the program knows. */
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { BoardId, CaseId, CasePlanId, InterventionId, OccasionId, PlanId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import type { CaseOccasion, OccasionDays, OccasionOutcome } from '../occasion.ts';
import type { Plan } from '../plan.ts';
import { caseOccasions, casePlans, followUpPlans, followUpPlanVersions } from './tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}

/** A version of a plan as it is stored. */
export interface PlanVersion {
	readonly planId: PlanId;
	readonly version: number;
	readonly plan: Plan;
	readonly savedOn: LocalDate;
	/** Null for a draft. */
	readonly publishedOn: LocalDate | null;
}

const version = {
	planId: followUpPlanVersions.planId,
	version: followUpPlanVersions.version,
	plan: followUpPlanVersions.content,
	savedOn: followUpPlanVersions.savedOn,
	publishedOn: followUpPlanVersions.publishedOn
};

export async function insertPlan({ tx, boardId }: Scope, id: PlanId): Promise<void> {
	await tx.insert(followUpPlans).values({ boardId, id });
}

/** When the plan was retired, held until the transaction ends; or undefined when there is no such plan. */
export async function findRetirement(
	{ tx, boardId }: Scope,
	id: PlanId
): Promise<LocalDate | null | undefined> {
	const rows = await tx
		.select({ retiredOn: followUpPlans.retiredOn })
		.from(followUpPlans)
		.where(and(eq(followUpPlans.boardId, boardId), eq(followUpPlans.id, id)))
		.for('update');
	return rows[0]?.retiredOn;
}

export async function updateRetirement(
	{ tx, boardId }: Scope,
	id: PlanId,
	retiredOn: LocalDate | null
): Promise<void> {
	await tx
		.update(followUpPlans)
		.set({ retiredOn })
		.where(and(eq(followUpPlans.boardId, boardId), eq(followUpPlans.id, id)));
}

export async function insertPlanVersion({ tx, boardId }: Scope, value: PlanVersion): Promise<void> {
	const { plan, ...rest } = value;
	await tx.insert(followUpPlanVersions).values({ boardId, content: plan, ...rest });
}

export async function updatePlanVersion(
	{ tx, boardId }: Scope,
	{ planId, version: number }: Pick<PlanVersion, 'planId' | 'version'>,
	change: Partial<{ content: Plan; savedOn: LocalDate; publishedOn: LocalDate }>
): Promise<void> {
	await tx
		.update(followUpPlanVersions)
		.set(change)
		.where(
			and(
				eq(followUpPlanVersions.boardId, boardId),
				eq(followUpPlanVersions.planId, planId),
				eq(followUpPlanVersions.version, number)
			)
		);
}

/** A plan's versions, the newest first. */
export async function listVersions({ tx, boardId }: Scope, planId: PlanId): Promise<readonly PlanVersion[]> {
	return tx
		.select(version)
		.from(followUpPlanVersions)
		.where(and(eq(followUpPlanVersions.boardId, boardId), eq(followUpPlanVersions.planId, planId)))
		.orderBy(desc(followUpPlanVersions.version));
}

/** The version, or the Problem that there is none. */
export async function getVersion(
	{ tx, boardId }: Scope,
	planId: PlanId,
	number: number
): Promise<PlanVersion> {
	const rows = await tx
		.select(version)
		.from(followUpPlanVersions)
		.where(
			and(
				eq(followUpPlanVersions.boardId, boardId),
				eq(followUpPlanVersions.planId, planId),
				eq(followUpPlanVersions.version, number)
			)
		);
	if (!rows[0]) throw new Problem('not-found');
	return rows[0];
}

export interface PlanRow {
	readonly id: PlanId;
	readonly retiredOn: LocalDate | null;
	/** The newest first. */
	readonly versions: readonly PlanVersion[];
	/** Cases that follow it today. */
	readonly cases: number;
}

/** The board's plans with all their versions. */
export async function listPlansOfBoard({ tx, boardId }: Scope): Promise<readonly PlanRow[]> {
	const plans = await tx.select().from(followUpPlans).where(eq(followUpPlans.boardId, boardId));
	const versions = await tx
		.select(version)
		.from(followUpPlanVersions)
		.where(eq(followUpPlanVersions.boardId, boardId))
		.orderBy(desc(followUpPlanVersions.version));
	const counts = await tx
		.select({ planId: casePlans.planId, cases: count() })
		.from(casePlans)
		.where(and(eq(casePlans.boardId, boardId), isNull(casePlans.endedOn)))
		.groupBy(casePlans.planId);
	return plans.map(({ id, retiredOn }) => ({
		id,
		retiredOn,
		versions: versions.filter(({ planId }) => planId === id),
		cases: counts.find(({ planId }) => planId === id)?.cases ?? 0
	}));
}

/** A case that follows a plan. */
export interface CasePlan {
	readonly id: CasePlanId;
	readonly caseId: CaseId;
	readonly planId: PlanId;
	readonly planVersion: number;
	readonly interventionId: InterventionId | null;
	readonly startedOn: LocalDate;
	readonly endedOn: LocalDate | null;
}

const casePlan = {
	id: casePlans.id,
	caseId: casePlans.caseId,
	planId: casePlans.planId,
	planVersion: casePlans.planVersion,
	interventionId: casePlans.interventionId,
	startedOn: casePlans.startedOn,
	endedOn: casePlans.endedOn
};

export async function insertCasePlan({ tx, boardId }: Scope, value: CasePlan): Promise<void> {
	await tx.insert(casePlans).values({ boardId, ...value });
}

export async function updateCasePlan(
	{ tx, boardId }: Scope,
	id: CasePlanId,
	change: Partial<Pick<CasePlan, 'planVersion' | 'endedOn'>>
): Promise<void> {
	await tx
		.update(casePlans)
		.set(change)
		.where(and(eq(casePlans.boardId, boardId), eq(casePlans.id, id)));
}

/** The case's plans, held until the transaction ends, those that go on first. */
export async function listCasePlans(
	{ tx, boardId }: Scope,
	of: { readonly caseId: CaseId } | { readonly planId: PlanId } | { readonly casePlanId: CasePlanId }
): Promise<readonly CasePlan[]> {
	const which =
		'caseId' in of
			? eq(casePlans.caseId, of.caseId)
			: 'planId' in of
				? eq(casePlans.planId, of.planId)
				: eq(casePlans.id, of.casePlanId);
	return tx
		.select(casePlan)
		.from(casePlans)
		.where(and(eq(casePlans.boardId, boardId), which))
		.orderBy(desc(casePlans.endedOn), asc(casePlans.startedOn), asc(casePlans.id))
		.for('update');
}

/** The case that follows the plan, or null. */
export async function findCaseOfCasePlan({ tx, boardId }: Scope, id: CasePlanId): Promise<CaseId | null> {
	const rows = await tx
		.select({ caseId: casePlans.caseId })
		.from(casePlans)
		.where(and(eq(casePlans.boardId, boardId), eq(casePlans.id, id)));
	return rows[0]?.caseId ?? null;
}

/** An occasion as it is stored. */
export interface OccasionRow extends CaseOccasion {
	readonly id: OccasionId;
	readonly casePlanId: CasePlanId;
	readonly caseId: CaseId;
	readonly planVersion: number;
	readonly instrumentId: string | null;
	readonly respondent: (typeof caseOccasions.$inferSelect)['respondent'];
}

type StoredOccasion = Omit<typeof caseOccasions.$inferSelect, 'boardId'>;

function toOccasion(row: StoredOccasion): OccasionRow {
	const { opensOn, dueOn, closesOn, state, settledOn, missedReason, ...rest } = row;
	const days = opensOn && dueOn && closesOn ? { opensOn, dueOn, closesOn } : null;
	return { ...rest, days, outcome: toOutcome({ state, settledOn, missedReason }) };
}

function toOutcome({
	state,
	settledOn,
	missedReason
}: Pick<StoredOccasion, 'state' | 'settledOn' | 'missedReason'>): OccasionOutcome {
	if (state === 'done' && settledOn) return { state, on: settledOn };
	if (state === 'missed' && settledOn && missedReason) return { state, on: settledOn, reason: missedReason };
	if (state === 'planned' || state === 'lapsed') return { state };
	throw new Problem('unexpected', { table: 'case_occasions' });
}

/** The days and the outcome as columns. */
export function toOccasionColumns(days: OccasionDays | null, outcome: OccasionOutcome) {
	const isSettled = outcome.state === 'done' || outcome.state === 'missed';
	return {
		opensOn: days?.opensOn ?? null,
		dueOn: days?.dueOn ?? null,
		closesOn: days?.closesOn ?? null,
		state: outcome.state,
		settledOn: isSettled ? outcome.on : null,
		missedReason: outcome.state === 'missed' ? outcome.reason : null
	};
}

export async function insertOccasions(
	{ tx, boardId }: Scope,
	occasions: readonly OccasionRow[]
): Promise<void> {
	const rows = occasions.map(({ days, outcome, ...rest }) => ({
		boardId,
		...rest,
		...toOccasionColumns(days, outcome)
	}));
	if (rows.length > 0) await tx.insert(caseOccasions).values(rows);
}

export async function updateOccasion(
	{ tx, boardId }: Scope,
	id: OccasionId,
	change: Pick<OccasionRow, 'days' | 'outcome'> & Partial<Pick<OccasionRow, 'phase' | 'planVersion'>>
): Promise<void> {
	const { days, outcome, ...rest } = change;
	await tx
		.update(caseOccasions)
		.set({ ...rest, ...toOccasionColumns(days, outcome) })
		.where(and(eq(caseOccasions.boardId, boardId), eq(caseOccasions.id, id)));
}

/** The occasion, held until the transaction ends; or null. */
export async function findOccasion({ tx, boardId }: Scope, id: OccasionId): Promise<OccasionRow | null> {
	const rows = await tx
		.select()
		.from(caseOccasions)
		.where(and(eq(caseOccasions.boardId, boardId), eq(caseOccasions.id, id)))
		.for('update');
	return rows[0] ? toOccasion(omitBoard(rows[0])) : null;
}

/** The case that an occasion belongs to, or null. */
export async function findCaseOfOccasion({ tx, boardId }: Scope, id: OccasionId): Promise<CaseId | null> {
	const rows = await tx
		.select({ caseId: caseOccasions.caseId })
		.from(caseOccasions)
		.where(and(eq(caseOccasions.boardId, boardId), eq(caseOccasions.id, id)));
	return rows[0]?.caseId ?? null;
}

/** The plan that an occasion came from, or null when the board has no such occasion. */
export async function findPlanOfOccasion({ tx, boardId }: Scope, id: OccasionId): Promise<PlanId | null> {
	const rows = await tx
		.select({ planId: casePlans.planId })
		.from(caseOccasions)
		.innerJoin(
			casePlans,
			and(eq(casePlans.boardId, caseOccasions.boardId), eq(casePlans.id, caseOccasions.casePlanId))
		)
		.where(and(eq(caseOccasions.boardId, boardId), eq(caseOccasions.id, id)));
	return rows[0]?.planId ?? null;
}

/** For other domains to join with: `board_id, occasion_id, plan_id`. */
export const plansOfOccasions = sql`(
	select o.board_id, o.id as occasion_id, p.plan_id from ${caseOccasions} o
	join ${casePlans} p on p.board_id = o.board_id and p.id = o.case_plan_id
)`;

/** For other domains to join with: `board_id, case_id` of cases where somebody has written that the person died or moved. */
export const casesNobodyReaches = sql`(
	select distinct o.board_id, o.case_id from ${caseOccasions} o
	where o.state = 'missed' and o.missed_reason in ('deceased', 'moved')
)`;

/** The occasions of a case's plans, in order of time, undated ones last. */
export async function listOccasions(
	{ tx, boardId }: Scope,
	of: { readonly caseId: CaseId } | { readonly casePlanId: CasePlanId }
): Promise<readonly OccasionRow[]> {
	const which =
		'caseId' in of ? eq(caseOccasions.caseId, of.caseId) : eq(caseOccasions.casePlanId, of.casePlanId);
	const rows = await tx
		.select()
		.from(caseOccasions)
		.where(and(eq(caseOccasions.boardId, boardId), which))
		.orderBy(asc(caseOccasions.dueOn), asc(caseOccasions.line), asc(caseOccasions.sequence));
	return rows.map((row) => toOccasion(omitBoard(row)));
}

function omitBoard({ boardId: _boardId, ...row }: typeof caseOccasions.$inferSelect): StoredOccasion {
	return row;
}

/** The published versions with these numbers, for naming what occasions are of. */
export async function listVersionsOf(
	{ tx, boardId }: Scope,
	planIds: readonly PlanId[]
): Promise<readonly PlanVersion[]> {
	if (planIds.length === 0) return [];
	return tx
		.select(version)
		.from(followUpPlanVersions)
		.where(
			and(
				eq(followUpPlanVersions.boardId, boardId),
				inArray(followUpPlanVersions.planId, [...planIds]),
				isNotNull(followUpPlanVersions.publishedOn)
			)
		);
}

/** For other domains to join with: `board_id, id, case_plan_id, state`. */
export const occasionStates = sql`(
	select ${caseOccasions.boardId}, ${caseOccasions.id}, ${caseOccasions.casePlanId}, ${caseOccasions.state}
	from ${caseOccasions}
)`;

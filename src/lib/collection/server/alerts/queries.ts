/** Alerts about answers that somebody responsible must see, and each unit's routine for them. */
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { findNames } from '#lib/access/server/colleagues/queries.ts';
import type { BoardId, CaseId, ResponseId, RiskAlertId, UnitId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import type { SQL } from 'drizzle-orm';
import { riskAlerts, riskRoutines } from '../alert-tables.ts';
import { administrations, responses } from '../tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}

export interface RiskAlert {
	readonly id: RiskAlertId;
	readonly caseId: CaseId;
	readonly responseId: ResponseId;
	readonly instrumentId: string;
	/** Name of the risk item. */
	readonly item: string;
	readonly raisedOn: LocalDate;
}

export async function insertAlerts(
	{ tx, boardId }: Scope,
	alerts: readonly Omit<RiskAlert, 'instrumentId'>[]
): Promise<void> {
	if (alerts.length > 0) {
		await tx.insert(riskAlerts).values(alerts.map((alert) => ({ boardId, ...alert })));
	}
}

/** Those that nobody has acknowledged, the oldest first; `isWithin` is a condition on `risk_alerts.case_id`. */
export async function listOpenAlerts(
	{ tx, boardId }: Scope,
	isWithin: (caseId: SQL) => SQL | undefined
): Promise<readonly RiskAlert[]> {
	return tx
		.select({
			id: riskAlerts.id,
			caseId: riskAlerts.caseId,
			responseId: riskAlerts.responseId,
			instrumentId: administrations.instrumentId,
			item: riskAlerts.item,
			raisedOn: riskAlerts.raisedOn
		})
		.from(riskAlerts)
		.innerJoin(
			responses,
			and(eq(responses.boardId, riskAlerts.boardId), eq(responses.id, riskAlerts.responseId))
		)
		.innerJoin(
			administrations,
			and(eq(administrations.boardId, responses.boardId), eq(administrations.id, responses.administrationId))
		)
		.where(
			and(
				eq(riskAlerts.boardId, boardId),
				isNull(riskAlerts.acknowledgedOn),
				isWithin(sql`${riskAlerts.caseId}`)
			)
		)
		.orderBy(asc(riskAlerts.raisedOn), desc(riskAlerts.id));
}

export interface ResponseAlert extends Pick<RiskAlert, 'id' | 'item' | 'raisedOn'> {
	/** Null until somebody has said that they have seen it. */
	readonly acknowledged: { readonly on: LocalDate; readonly byName: string | null } | null;
}

/** The response's alerts, acknowledged or not. */
export async function listAlertsOfResponse(
	{ tx, boardId }: Scope,
	responseId: ResponseId
): Promise<readonly ResponseAlert[]> {
	const rows = await tx
		.select()
		.from(riskAlerts)
		.where(and(eq(riskAlerts.boardId, boardId), eq(riskAlerts.responseId, responseId)))
		.orderBy(asc(riskAlerts.item));
	const names = await findNames(
		tx,
		rows.flatMap(({ acknowledgedBy }) => acknowledgedBy ?? [])
	);
	return rows.map(({ id, item, raisedOn, acknowledgedOn, acknowledgedBy }) => ({
		id,
		item,
		raisedOn,
		acknowledged:
			acknowledgedOn === null ? null : { on: acknowledgedOn, byName: names.get(acknowledgedBy ?? '') ?? null }
	}));
}

/** The alert's case and whether somebody has acknowledged it, held until the transaction ends; or null. */
export async function findAlert(
	{ tx, boardId }: Scope,
	id: RiskAlertId
): Promise<{ readonly caseId: CaseId; readonly acknowledgedOn: LocalDate | null } | null> {
	const rows = await tx
		.select({ caseId: riskAlerts.caseId, acknowledgedOn: riskAlerts.acknowledgedOn })
		.from(riskAlerts)
		.where(and(eq(riskAlerts.boardId, boardId), eq(riskAlerts.id, id)))
		.for('update');
	return rows[0] ?? null;
}

export async function updateAsAcknowledged(
	{ tx, boardId }: Scope,
	id: RiskAlertId,
	by: { readonly acknowledgedOn: LocalDate; readonly acknowledgedBy: string }
): Promise<void> {
	await tx
		.update(riskAlerts)
		.set(by)
		.where(and(eq(riskAlerts.boardId, boardId), eq(riskAlerts.id, id)));
}

export interface RiskRoutine {
	readonly unitId: UnitId;
	readonly routine: string;
	readonly changedOn: LocalDate;
}

/** The units' routines. */
export async function listRoutines({ tx, boardId }: Scope): Promise<readonly RiskRoutine[]> {
	return tx
		.select({
			unitId: riskRoutines.unitId,
			routine: riskRoutines.routine,
			changedOn: riskRoutines.changedOn
		})
		.from(riskRoutines)
		.where(eq(riskRoutines.boardId, boardId));
}

export async function upsertRoutine({ tx, boardId }: Scope, value: RiskRoutine): Promise<void> {
	const { routine, changedOn } = value;
	await tx
		.insert(riskRoutines)
		.values({ boardId, ...value })
		.onConflictDoUpdate({
			target: [riskRoutines.boardId, riskRoutines.unitId],
			set: { routine, changedOn }
		});
}

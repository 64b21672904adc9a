/** Which cases an actor reaches, as a condition in the database and for one case; and who is assigned to them. */
import { and, asc, eq, inArray, isNull, ne, or, sql, type SQL } from 'drizzle-orm';
import { mayAct, reachOf, type Permission, type Units } from '#lib/access/permissions.ts';
import type { CaseId, UnitId } from '#lib/shared/ids.ts';
import type { Work } from '#lib/shared/server/work.ts';
import { caseAssignments, cases, clients } from '../tables.ts';

type Scope = Pick<Work, 'tx' | 'boardId' | 'today'>;
type ReachScope = Scope & Pick<Work, 'reach' | 'actor'>;

/**
 * The condition that a row of `cases` is within the actor's reach; undefined when all of the board's are. Every list of
 * cases has it in its own statement, so that nothing outside is counted, sorted or searched either.
 */
export function isInReach({ reach, actor, today }: ReachScope): SQL | undefined {
	if (reach.kind === 'board') return undefined;
	const assigned = isAssigned(actor.kind === 'staff' ? actor.staffId : '', today);
	const own = and(isInUnits(reach.assignedIn), assigned);
	const ofUnit = and(isInUnits(reach.unprotectedIn), or(eq(cases.isProtected, false), assigned));
	return or(own, ofUnit) ?? sql`false`;
}

/** A case without a unit is in nobody's unit in particular. */
function isInUnits(units: Units): SQL {
	if (units === 'all') return sql`true`;
	const [first, ...more] = units;
	return first === undefined ? sql`false` : inArray(cases.unitId, [first, ...more]);
}

function isAssigned(staffId: string, today: Scope['today']): SQL {
	return sql`exists (
		select from ${caseAssignments} as assigned
		where assigned.board_id = ${cases.boardId} and assigned.case_id = ${cases.id} and assigned.staff_id = ${staffId}
			and assigned.valid_from <= ${today} and (assigned.valid_to is null or assigned.valid_to > ${today})
	)`;
}

/** Whether the case exists in the board and the actor reaches it. */
export async function isCaseInReach(work: ReachScope, id: CaseId): Promise<boolean> {
	const rows = await work.tx
		.select({ id: cases.id })
		.from(cases)
		.where(and(eq(cases.boardId, work.boardId), eq(cases.id, id), isInReach(work)));
	return rows.length === 1;
}

/** Whether the actor may do with this very case what the permission is for; for what a page offers. */
export async function mayInCase(work: ReachScope, permission: Permission, id: CaseId): Promise<boolean> {
	const { actor } = work;
	return mayAct(actor, permission) && isCaseInReach({ ...work, reach: reachOf(actor, permission) }, id);
}

export interface CasePlace {
	readonly unitId: UnitId | null;
	readonly isProtected: boolean;
}

/** The case's unit and protection, held until the transaction ends; or null. */
export async function findCasePlace({ tx, boardId }: Scope, id: CaseId): Promise<CasePlace | null> {
	const rows = await tx
		.select({ unitId: cases.unitId, isProtected: cases.isProtected })
		.from(cases)
		.where(and(eq(cases.boardId, boardId), eq(cases.id, id)))
		.for('update');
	return rows[0] ?? null;
}

/** The unit that works with the case; null where there is none, or no such case. */
export async function findUnitOfCase({ tx, boardId }: Scope, id: CaseId): Promise<UnitId | null> {
	const rows = await tx
		.select({ unitId: cases.unitId })
		.from(cases)
		.where(and(eq(cases.boardId, boardId), eq(cases.id, id)));
	return rows[0]?.unitId ?? null;
}

export async function updateCasePlace(
	{ tx, boardId }: Scope,
	id: CaseId,
	place: Partial<CasePlace>
): Promise<void> {
	await tx
		.update(cases)
		.set(place)
		.where(and(eq(cases.boardId, boardId), eq(cases.id, id)));
}

/** Who is assigned to the case today, by id. */
export async function listAssigned({ tx, boardId, today }: Scope, id: CaseId): Promise<readonly string[]> {
	const rows = await tx
		.select({ staffId: caseAssignments.staffId })
		.from(caseAssignments)
		.where(
			and(
				eq(caseAssignments.boardId, boardId),
				eq(caseAssignments.caseId, id),
				sql`${caseAssignments.validFrom} <= ${today}`,
				or(isNull(caseAssignments.validTo), sql`${caseAssignments.validTo} > ${today}`)
			)
		)
		.orderBy(asc(caseAssignments.validFrom), asc(caseAssignments.staffId));
	return [...new Set(rows.map(({ staffId }) => staffId))];
}

/** Assigns somebody from today; whoever is assigned already stays so. */
export async function insertAssignment(
	{ tx, boardId, today }: Scope,
	assignment: { readonly id: string; readonly caseId: CaseId; readonly staffId: string }
): Promise<void> {
	await tx
		.insert(caseAssignments)
		.values({ boardId, ...assignment, validFrom: today })
		.onConflictDoNothing();
}

/** Ends every assignment to the case but one person's, as of now. */
export async function endOtherAssignments(
	{ tx, boardId, today }: Scope,
	caseId: CaseId,
	staffId: string
): Promise<void> {
	await tx
		.update(caseAssignments)
		.set({ validTo: sql`greatest(${caseAssignments.validFrom}, ${today}::date)` })
		.where(
			and(
				eq(caseAssignments.boardId, boardId),
				eq(caseAssignments.caseId, caseId),
				ne(caseAssignments.staffId, staffId),
				isNull(caseAssignments.validTo)
			)
		);
}

/** For other domains to join with: `id, case_number, client_number, unit_id` of the cases within the actor's reach. */
export function casesInReach(work: ReachScope): SQL {
	return sql`(
		select ${cases.id}, ${cases.caseNumber}, ${clients.clientNumber}, ${cases.unitId}
		from ${cases} join ${clients} on ${clients.boardId} = ${cases.boardId} and ${clients.id} = ${cases.clientId}
		where ${cases.boardId} = ${work.boardId} and ${isInReach(work) ?? sql`true`}
	)`;
}

/** The people who can be given a case, or a log review. */
import { and, asc, eq, isNull, lte, or, sql } from 'drizzle-orm';
import type { BoardId, StaffId, UnitId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import type { Work } from '#lib/shared/server/work.ts';
import type { Role } from '../../actor.ts';
import { staffUsers } from '../auth-tables.ts';
import { assignments, guests } from '../tables.ts';
import { units } from '../unit-tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
	readonly today: LocalDate;
}

/** A caseworker of the board, once for each unit they work in; no unit is the whole board. */
export interface Colleague {
	readonly staffId: StaffId;
	readonly name: string;
	readonly unitId: UnitId | null;
	readonly unitName: string | null;
}

/** The guest that somebody is in this board, where another has made the account: then the board sees this of them only. */
const asGuest = and(eq(guests.boardId, assignments.boardId), eq(guests.userId, assignments.userId));
const nameHere = sql<string>`coalesce(${guests.name}, ${staffUsers.name})`;

const holdsToday = (role: Role, today: LocalDate) =>
	and(
		eq(assignments.role, role),
		sql`case when ${guests.userId} is null then ${staffUsers.disabledAt} else ${guests.closedAt} end is null`,
		lte(assignments.validFrom, today),
		or(isNull(assignments.validTo), sql`${assignments.validTo} > ${today}`)
	);

/** The board's caseworkers today, by name. */
export async function listCaseworkers({ tx, boardId, today }: Scope): Promise<readonly Colleague[]> {
	return tx
		.select({
			staffId: assignments.userId,
			name: nameHere,
			unitId: assignments.unitId,
			unitName: units.name
		})
		.from(assignments)
		.innerJoin(staffUsers, eq(staffUsers.id, assignments.userId))
		.leftJoin(guests, asGuest)
		.leftJoin(units, and(eq(units.boardId, assignments.boardId), eq(units.id, assignments.unitId)))
		.where(and(eq(assignments.boardId, boardId), holdsToday('caseworker', today)))
		.orderBy(asc(nameHere), asc(units.name));
}

/** Those who hold the role of log reviewer in the board today, by name. */
export async function listReviewers({
	tx,
	boardId,
	today
}: Scope): Promise<readonly { readonly staffId: StaffId; readonly name: string }[]> {
	return tx
		.selectDistinct({ staffId: staffUsers.id, name: nameHere })
		.from(assignments)
		.innerJoin(staffUsers, eq(staffUsers.id, assignments.userId))
		.leftJoin(guests, asGuest)
		.where(and(eq(assignments.boardId, boardId), holdsToday('log-reviewer', today)))
		.orderBy(asc(nameHere), asc(staffUsers.id));
}

/** The names of those of the ids who have an account, by id. */
export async function findNames(tx: Orm, staffIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
	if (staffIds.length === 0) return new Map();
	const rows = await tx
		.select({ id: staffUsers.id, name: staffUsers.name })
		.from(staffUsers)
		.where(
			sql`${staffUsers.id}::text in (select jsonb_array_elements_text(${JSON.stringify(staffIds)}::jsonb))`
		);
	return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Gives the name of each of the ids: the actor's own, or an account's; null for whoever has no account any more. */
export async function nameStaff(
	{ tx, actor }: Pick<Work, 'tx' | 'actor'>,
	staffIds: readonly string[]
): Promise<(staffId: string) => string | null> {
	const names = await findNames(tx, staffIds);
	return (staffId) =>
		names.get(staffId) ?? (actor.kind === 'staff' && actor.staffId === staffId ? actor.name : null);
}

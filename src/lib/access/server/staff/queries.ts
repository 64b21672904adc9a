/** Staff, units and assignments of a board. People themselves belong to no board: `boardId` says who is asking. */
import { and, asc, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { AssignmentId, BoardId, StaffId, UnitId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { queryRows, type Orm } from '#lib/shared/server/database.ts';
import type { Assignment } from '../../assignment.ts';
import type { AssignmentRow } from '../../staff-member.ts';
import {
	backupCodes,
	passkeys,
	staffAccounts,
	staffInvitations,
	staffSessions,
	staffUsers,
	totpSecrets
} from '../auth-tables.ts';
import { assignments, guests } from '../tables.ts';
import { units } from '../unit-tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}

interface StaffRow {
	readonly id: StaffId;
	readonly name: string;
	readonly email: string;
	readonly isClosed: boolean;
	readonly canSignIn: boolean;
	readonly hasSecondFactor: boolean;
	/** Whether another board has made the account: then only what is in `guests` is seen of it. */
	readonly isGuest: boolean;
}

/** The board's people by name, or one of them, as the board may see them. */
async function selectStaff(tx: Orm, boardId: BoardId, where: SQL): Promise<readonly StaffRow[]> {
	return queryRows<StaffRow>(
		tx,
		sql`
		select u.id, coalesce(g.name, u.name) as name, u.email, g.user_id is not null as "isGuest",
			case when g.user_id is null then u.disabled_at else g.closed_at end is not null as "isClosed",
			case when g.user_id is null
				then exists (select from ${staffAccounts} a where a.user_id = u.id)
					or exists (select from ${passkeys} p where p.user_id = u.id)
				else g.accepted_at is not null end as "canSignIn",
			case when g.user_id is null
				then exists (select from ${totpSecrets} t where t.user_id = u.id)
					or exists (select from ${passkeys} p where p.user_id = u.id)
				else g.accepted_at is not null end as "hasSecondFactor"
		from ${staffUsers} u
		left join ${guests} g on g.user_id = u.id and g.board_id = ${boardId}::uuid
		where ${where} order by 2, u.id`
	);
}

const inBoard = (boardId: BoardId): SQL =>
	sql`exists (select from ${assignments} o where o.user_id = u.id and o.board_id = ${boardId}::uuid)`;

/** Everybody who has or has had a role in the board. */
export async function listStaffOfBoard({ tx, boardId }: Scope): Promise<readonly StaffRow[]> {
	return selectStaff(tx, boardId, inBoard(boardId));
}

/** The person, held until the transaction ends, or null when they have never had a role in the board. */
export async function findStaffOfBoard({ tx, boardId }: Scope, id: StaffId): Promise<StaffRow | null> {
	await tx.execute(sql`select id from ${staffUsers} where id = ${id}::uuid for update`);
	const [row] = await selectStaff(tx, boardId, sql`u.id = ${id}::uuid and ${inBoard(boardId)}`);
	return row ?? null;
}

/**
 * Whose account has the address, held until the transaction ends, whichever board made it; or null. `ofBoard` is null for
 * somebody who has never had a role in the board: of them the board is told nothing.
 */
export async function findAccountByEmail(
	{ tx, boardId }: Scope,
	email: string
): Promise<{ readonly id: StaffId; readonly ofBoard: StaffRow | null } | null> {
	const [account] = await queryRows<{ readonly id: StaffId }>(
		tx,
		sql`select id from ${staffUsers} where email = ${email} for update`
	);
	if (!account) return null;
	const [ofBoard] = await selectStaff(tx, boardId, sql`u.id = ${account.id}::uuid and ${inBoard(boardId)}`);
	return { id: account.id, ofBoard: ofBoard ?? null };
}

/** Makes somebody whose account another board has made a guest of this one, who has not accepted yet. */
export async function insertGuest({ tx, boardId }: Scope, userId: StaffId, name: string): Promise<void> {
	await tx.insert(guests).values({ boardId, userId, name }).onConflictDoNothing();
}

export async function updateGuest(
	{ tx, boardId }: Scope,
	userId: StaffId,
	change: Partial<Omit<typeof guests.$inferInsert, 'boardId' | 'userId'>>
): Promise<void> {
	await tx
		.update(guests)
		.set(change)
		.where(and(eq(guests.boardId, boardId), eq(guests.userId, userId)));
}

export async function insertStaff(
	tx: Orm,
	person: { readonly id: StaffId; readonly name: string; readonly email: string },
	now: Date
): Promise<void> {
	await tx.insert(staffUsers).values({ ...person, createdAt: now, updatedAt: now });
}

export async function updateStaffDisabledAt(tx: Orm, id: StaffId, disabledAt: Date | null): Promise<void> {
	await tx.update(staffUsers).set({ disabledAt }).where(eq(staffUsers.id, id));
}

/** Gives the person a link to choose a password with, in place of the one they had. */
export async function putInvitation(
	tx: Orm,
	invitation: typeof staffInvitations.$inferInsert
): Promise<void> {
	const { tokenHash, createdAt, expiresAt } = invitation;
	await tx
		.insert(staffInvitations)
		.values(invitation)
		.onConflictDoUpdate({ target: staffInvitations.userId, set: { tokenHash, createdAt, expiresAt } });
}

export async function deleteInvitationOf(tx: Orm, userId: StaffId): Promise<void> {
	await tx.delete(staffInvitations).where(eq(staffInvitations.userId, userId));
}

/** Ends the person's sessions, in whichever board they are. */
export async function deleteSessionsOfStaff(tx: Orm, userId: StaffId): Promise<void> {
	await tx.delete(staffSessions).where(eq(staffSessions.userId, userId));
}

/** Takes away the password and every second factor; what the identity provider vouches for is left. */
export async function deleteCredentials(tx: Orm, userId: StaffId): Promise<void> {
	await tx
		.delete(staffAccounts)
		.where(and(eq(staffAccounts.userId, userId), eq(staffAccounts.providerId, 'credential')));
	await tx.delete(totpSecrets).where(eq(totpSecrets.userId, userId));
	await tx.delete(passkeys).where(eq(passkeys.userId, userId));
	await tx.delete(backupCodes).where(eq(backupCodes.userId, userId));
}

export async function insertAssignment(
	{ tx, boardId }: Scope,
	userId: StaffId,
	assignment: Assignment
): Promise<void> {
	await tx.insert(assignments).values({ boardId, userId, ...assignment });
}

/** The assignment and whose it is, held until the transaction ends; or null. */
export async function findAssignment({ tx, boardId }: Scope, id: AssignmentId) {
	const [row] = await tx
		.select()
		.from(assignments)
		.where(and(eq(assignments.boardId, boardId), eq(assignments.id, id)))
		.for('update');
	return row ?? null;
}

export async function updateAssignmentEnd(
	{ tx, boardId }: Scope,
	id: AssignmentId,
	validTo: LocalDate
): Promise<void> {
	await tx
		.update(assignments)
		.set({ validTo })
		.where(and(eq(assignments.boardId, boardId), eq(assignments.id, id)));
}

/** The board's assignments with whose they are, the newest first. */
export async function listAssignmentsOfBoard({
	tx,
	boardId
}: Scope): Promise<readonly (Omit<AssignmentRow, 'providerName'> & { readonly userId: StaffId })[]> {
	return tx
		.select({
			id: assignments.id,
			userId: assignments.userId,
			role: assignments.role,
			unitId: assignments.unitId,
			unitName: units.name,
			providerId: assignments.providerId,
			validFrom: assignments.validFrom,
			validTo: assignments.validTo
		})
		.from(assignments)
		.leftJoin(units, and(eq(units.boardId, assignments.boardId), eq(units.id, assignments.unitId)))
		.where(eq(assignments.boardId, boardId))
		.orderBy(desc(assignments.validFrom), asc(assignments.role));
}

export interface Unit {
	readonly id: UnitId;
	readonly name: string;
}

export async function insertUnit({ tx, boardId }: Scope, unit: Unit): Promise<void> {
	await tx.insert(units).values({ boardId, ...unit });
}

export async function listUnitsOfBoard({ tx, boardId }: Scope): Promise<readonly Unit[]> {
	return tx
		.select({ id: units.id, name: units.name })
		.from(units)
		.where(eq(units.boardId, boardId))
		.orderBy(asc(units.name));
}

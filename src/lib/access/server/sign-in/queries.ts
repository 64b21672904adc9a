/** The statements of signing in. Each takes the transaction it belongs to. */
import { and, eq, gt, isNull, lt, ne, sql } from 'drizzle-orm';
import type { BoardId, StaffId } from '#lib/shared/ids.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import type { SecondFactor } from '../../second-factor.ts';
import { absoluteLimitMs } from '../../session-limits.ts';
import type { SignInEventKind } from '../../sign-in-event.ts';
import {
	signInEvents,
	staffAccounts,
	staffInvitations,
	staffSessions,
	staffUsers,
	staffVerifications
} from '../auth-tables.ts';
import { guests } from '../tables.ts';
import type { SignInContext } from '../sign-in-context.ts';

/** Writes down what happened at the door. */
export async function writeSignInEvent(
	{ newId, now }: SignInContext,
	tx: Orm,
	kind: SignInEventKind,
	userId: StaffId | null
): Promise<void> {
	await tx.insert(signInEvents).values({ id: newId(), happenedAt: now(), kind, userId });
}

export interface NewSession {
	readonly userId: StaffId;
	readonly secondFactor: SecondFactor | null;
	readonly userAgent: string | null;
	readonly boardId?: BoardId | null;
	/** When the factors were given; now unless it continues an older session. */
	readonly signedInAt?: Date;
}

/** Makes a session and gives its token; sweeps away those whose time is out. */
export async function insertSession(context: SignInContext, tx: Orm, session: NewSession): Promise<string> {
	const now = context.now();
	const token = context.newToken();
	await tx.delete(staffSessions).where(lt(staffSessions.expiresAt, now));
	await tx.insert(staffSessions).values({
		id: context.newId(),
		userId: session.userId,
		token,
		createdAt: now,
		updatedAt: now,
		lastSeenAt: now,
		expiresAt: new Date(now.getTime() + absoluteLimitMs),
		secondFactor: session.secondFactor,
		signedInAt: session.secondFactor === null ? null : (session.signedInAt ?? now),
		boardId: session.boardId ?? null,
		userAgent: session.userAgent?.slice(0, 300) ?? null
	});
	return token;
}

/** Ends the session; false when it had ended already, so that one session is exchanged for one other at most. */
export async function deleteSession(tx: Orm, sessionId: string): Promise<boolean> {
	const rows = await tx
		.delete(staffSessions)
		.where(eq(staffSessions.id, sessionId))
		.returning({ id: staffSessions.id });
	return rows.length === 1;
}

/** Ends the half session; false when it was none, or has ended. */
export async function deleteHalfSession(tx: Orm, sessionId: string): Promise<boolean> {
	const rows = await tx
		.delete(staffSessions)
		.where(and(eq(staffSessions.id, sessionId), isNull(staffSessions.secondFactor)))
		.returning({ id: staffSessions.id });
	return rows.length === 1;
}

/** Ends the session with the token, whoever's it is. */
export async function deleteSessionByToken(tx: Orm, token: string): Promise<StaffId | null> {
	const rows = await tx
		.delete(staffSessions)
		.where(eq(staffSessions.token, token))
		.returning({ userId: staffSessions.userId });
	return rows[0]?.userId ?? null;
}

/** Ends the person's sessions, all or all but one. */
export async function deleteSessionsOf(tx: Orm, userId: StaffId, exceptId?: string): Promise<void> {
	await tx
		.delete(staffSessions)
		.where(and(eq(staffSessions.userId, userId), exceptId ? ne(staffSessions.id, exceptId) : undefined));
}

export async function updateSessionBoard(tx: Orm, sessionId: string, boardId: BoardId): Promise<void> {
	await tx.update(staffSessions).set({ boardId }).where(eq(staffSessions.id, sessionId));
}

/** The person with the address, or null. */
export async function findUserByEmail(tx: Orm, email: string): Promise<{ readonly id: StaffId } | null> {
	const rows = await tx.select({ id: staffUsers.id }).from(staffUsers).where(eq(staffUsers.email, email));
	return rows[0] ?? null;
}

/** The stored hash of the person's password, or null when they have none. */
export async function findPasswordHash(tx: Orm, userId: StaffId): Promise<string | null> {
	const rows = await tx
		.select({ password: staffAccounts.password })
		.from(staffAccounts)
		.where(and(eq(staffAccounts.userId, userId), eq(staffAccounts.providerId, 'credential')));
	return rows[0]?.password ?? null;
}

/** Gives the person the password, in place of the one they had. */
export async function putPasswordHash(
	{ newId, now }: SignInContext,
	tx: Orm,
	userId: StaffId,
	password: string
): Promise<void> {
	const at = now();
	await tx
		.insert(staffAccounts)
		.values({
			id: newId(),
			userId,
			providerId: 'credential',
			accountId: userId,
			password,
			createdAt: at,
			updatedAt: at
		})
		.onConflictDoUpdate({
			target: [staffAccounts.providerId, staffAccounts.accountId],
			set: { password, updatedAt: at }
		});
}

export interface Invited {
	readonly userId: StaffId;
	/** As whoever invited wrote it. */
	readonly name: string;
	readonly email: string;
	/** The board that somebody with an account is asked to accept; null for a link that opens an account. */
	readonly guestOf: BoardId | null;
}

/** Whom the invitation is for, or null when it is unknown, used, replaced or too old, or the account is closed. */
export async function findInvited(tx: Orm, tokenHash: string, now: Date): Promise<Invited | null> {
	const rows = await tx
		.select({
			userId: staffUsers.id,
			name: staffUsers.name,
			email: staffUsers.email,
			guestOf: sql<null>`null`
		})
		.from(staffInvitations)
		.innerJoin(staffUsers, eq(staffUsers.id, staffInvitations.userId))
		.where(
			and(
				eq(staffInvitations.tokenHash, tokenHash),
				gt(staffInvitations.expiresAt, now),
				isNull(staffUsers.disabledAt)
			)
		);
	return rows[0] ?? (await findInvitedGuest(tx, tokenHash, now));
}

/** Also when the account is closed: the page must not tell, only what is written in it. */
async function findInvitedGuest(tx: Orm, tokenHash: string, now: Date): Promise<Invited | null> {
	const [row] = await tx
		.select({
			userId: staffUsers.id,
			name: guests.name,
			email: staffUsers.email,
			guestOf: guests.boardId
		})
		.from(guests)
		.innerJoin(staffUsers, eq(staffUsers.id, guests.userId))
		.where(and(eq(guests.tokenHash, tokenHash), gt(guests.expiresAt, now), isNull(guests.closedAt)));
	return row ?? null;
}

/** The guest has accepted, and the link is used up; false when somebody was first. */
export async function updateGuestAsAccepted(tx: Orm, tokenHash: string, now: Date): Promise<boolean> {
	const rows = await tx
		.update(guests)
		.set({ acceptedAt: now, tokenHash: null, expiresAt: null })
		.where(eq(guests.tokenHash, tokenHash))
		.returning({ userId: guests.userId });
	return rows.length === 1;
}

/**
 * Whoever gets a new password by a link has not shown that they had the old one: the boards that they are a guest of have
 * to be accepted anew, by links of those boards' own.
 */
export async function forgetAcceptances(tx: Orm, userId: StaffId): Promise<void> {
	await tx
		.update(guests)
		.set({ acceptedAt: null, tokenHash: null, expiresAt: null })
		.where(eq(guests.userId, userId));
}

/** Whether the account may be signed in to at all. */
export async function isOpenAccount(tx: Orm, userId: StaffId): Promise<boolean> {
	const rows = await tx
		.select({ id: staffUsers.id })
		.from(staffUsers)
		.where(and(eq(staffUsers.id, userId), isNull(staffUsers.disabledAt)));
	return rows.length === 1;
}

/** Uses the invitation up; false when somebody else was first. */
export async function deleteInvitation(tx: Orm, tokenHash: string): Promise<boolean> {
	const rows = await tx
		.delete(staffInvitations)
		.where(eq(staffInvitations.tokenHash, tokenHash))
		.returning({ userId: staffInvitations.userId });
	return rows.length === 1;
}

/** Keeps a short-lived secret under a name that is only stored hashed. */
export async function insertVerification(
	{ newId, now }: SignInContext,
	tx: Orm,
	identifier: string,
	value: string,
	livesMs: number
): Promise<void> {
	const at = now();
	await tx.delete(staffVerifications).where(lt(staffVerifications.expiresAt, at));
	await tx.insert(staffVerifications).values({
		id: newId(),
		identifier,
		value,
		expiresAt: new Date(at.getTime() + livesMs),
		createdAt: at,
		updatedAt: at
	});
}

/** Takes the secret out: it can be had once. Null when it is not there, or too old. */
export async function takeVerification(tx: Orm, identifier: string, now: Date): Promise<string | null> {
	const rows = await tx
		.delete(staffVerifications)
		.where(eq(staffVerifications.identifier, identifier))
		.returning({ value: staffVerifications.value, expiresAt: staffVerifications.expiresAt });
	const [row] = rows;
	return row && row.expiresAt > now ? row.value : null;
}

/** Holds the person's row, so that what is decided about them is decided one thing at a time. */
export async function holdUser(tx: Orm, userId: StaffId): Promise<void> {
	await tx.execute(sql`select id from ${staffUsers} where id = ${userId}::uuid for update`);
}

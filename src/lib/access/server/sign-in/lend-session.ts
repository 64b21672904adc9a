/**
 * A session that is handed over: staff's tablet lies in the client's hands, and the session reaches nothing but that
 * client's questions until its owner has proved who they are (docs/decisions/0032). Its token is another one after each
 * step, so that nothing the browser has kept from before opens again.
 */
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { throwAsProblem } from '#lib/shared/server/database-error.ts';
import type { AdministrationId } from '#lib/shared/ids.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import type { StaffSession } from '../../staff-session.ts';
import { staffSessions } from '../auth-tables.ts';
import type { SignInContext } from '../sign-in-context.ts';
import { writeSignInEvent } from './queries.ts';

/** Locks the session to one administration's questions. The new token, or null when it has ended or is lent already. */
export async function lendSession(
	context: SignInContext,
	session: StaffSession,
	administrationId: AdministrationId
): Promise<string | null> {
	const token = context.newToken();
	return context.database.orm
		.transaction(async (tx) => {
			const rows = await tx
				.update(staffSessions)
				.set({ token, lentTo: administrationId, updatedAt: context.now() })
				.where(
					and(
						eq(staffSessions.id, session.id),
						isNull(staffSessions.lentTo),
						isNotNull(staffSessions.secondFactor)
					)
				)
				.returning({ id: staffSessions.id });
			if (rows.length === 0) return null;
			await writeSignInEvent(context, tx, 'handed-over', session.staffId);
			return token;
		})
		.catch(throwAsProblem);
}

/** Another token for a lent session when the client has sent the answers; still lent. Null when it has ended. */
export async function renewLentToken(context: SignInContext, session: StaffSession): Promise<string | null> {
	const token = context.newToken();
	const rows = await context.database.orm
		.update(staffSessions)
		.set({ token, updatedAt: context.now() })
		.where(and(eq(staffSessions.id, session.id), isNotNull(staffSessions.lentTo)))
		.returning({ id: staffSessions.id })
		.catch(throwAsProblem);
	return rows.length === 0 ? null : token;
}

/** Shuts a lent session that nobody has touched for a while: from now on its questions are not shown either. */
export async function shutLentSession(context: SignInContext, session: StaffSession): Promise<string | null> {
	const token = context.newToken();
	const rows = await context.database.orm
		.update(staffSessions)
		.set({ token, lentIsShut: true, updatedAt: context.now() })
		.where(and(eq(staffSessions.id, session.id), isNotNull(staffSessions.lentTo)))
		.returning({ id: staffSessions.id })
		.catch(throwAsProblem);
	return rows.length === 0 ? null : token;
}

/** Gives the session back to its owner. The new token, or null when it has ended or is not lent any more. */
export async function takeBackSession(
	context: SignInContext,
	tx: Orm,
	session: StaffSession
): Promise<string | null> {
	const now = context.now();
	const token = context.newToken();
	const rows = await tx
		.update(staffSessions)
		.set({ token, lentTo: null, lentIsShut: false, updatedAt: now, lastSeenAt: now })
		.where(and(eq(staffSessions.id, session.id), isNotNull(staffSessions.lentTo)))
		.returning({ id: staffSessions.id });
	if (rows.length === 0) return null;
	await writeSignInEvent(context, tx, 'unlocked', session.staffId);
	return token;
}

/** Changing second factors ends every session of the person and begins a new one, for the one who changed them. */
import { sql } from 'drizzle-orm';
import type { StaffId } from '#lib/shared/ids.ts';
import { queryRows, type Orm } from '#lib/shared/server/database.ts';
import type { SecondFactor } from '../../second-factor.ts';
import { isFresh } from '../../session-limits.ts';
import type { StaffSession } from '../../staff-session.ts';
import { passkeys, totpSecrets } from '../auth-tables.ts';
import type { SignInContext } from '../sign-in-context.ts';
import { deleteSession, deleteSessionsOf, holdUser, insertSession, writeSignInEvent } from './queries.ts';

/**
 * The token of the new session, or null when the person may not change their second factors: half signed in they may
 * only when they have none (looked up here, in the transaction, and not believed from the page), wholly signed in only
 * when both factors have been given within the last minutes, and never when the session has ended meanwhile.
 */
export async function exchangeForEnrolled(
	context: SignInContext,
	tx: Orm,
	session: StaffSession,
	factor: SecondFactor,
	userAgent: string | null
): Promise<string | null> {
	const { staffId: userId, boardId, signedInAt } = session;
	await holdUser(tx, userId);
	const isHalf = session.secondFactor === null;
	if (isHalf ? await hasSecondFactor(tx, userId) : !isFresh(signedInAt, context.now())) return null;
	if (!(await deleteSession(tx, session.id))) return null;
	await deleteSessionsOf(tx, userId);
	await writeSignInEvent(context, tx, 'second-factor-changed', userId);
	if (isHalf) await writeSignInEvent(context, tx, 'signed-in', userId);
	return insertSession(context, tx, {
		userId,
		secondFactor: session.secondFactor ?? factor,
		userAgent,
		boardId,
		...(signedInAt ? { signedInAt } : {})
	});
}

async function hasSecondFactor(tx: Orm, userId: StaffId): Promise<boolean> {
	const [row] = await queryRows<{ has: boolean }>(
		tx,
		sql`select exists (select from ${totpSecrets} t where t.user_id = ${userId}::uuid)
			or exists (select from ${passkeys} p where p.user_id = ${userId}::uuid) as has`
	);
	return row?.has ?? true;
}

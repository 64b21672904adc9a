/** The only place where a session becomes whole after a password: the half one ends, a new one with a new token begins. */
import type { Orm } from '#lib/shared/server/database.ts';
import type { SecondFactor } from '../../second-factor.ts';
import type { StaffSession } from '../../staff-session.ts';
import type { SignInContext } from '../sign-in-context.ts';
import { deleteHalfSession, insertSession, writeSignInEvent } from './queries.ts';

/** The token of the whole session, or null when the half one has ended or been used already. */
export async function completeSignIn(
	context: SignInContext,
	tx: Orm,
	half: StaffSession,
	secondFactor: SecondFactor,
	userAgent: string | null
): Promise<string | null> {
	if (!(await deleteHalfSession(tx, half.id))) return null;
	const { staffId: userId, boardId } = half;
	const token = await insertSession(context, tx, { userId, secondFactor, userAgent, boardId });
	await writeSignInEvent(context, tx, 'signed-in', userId);
	return token;
}

/** Ending sessions: one's own in this browser, or one's own everywhere else. */
import { throwAsProblem } from '#lib/shared/server/database-error.ts';
import type { StaffSession } from '../../staff-session.ts';
import type { SignInContext } from '../sign-in-context.ts';
import { deleteSessionByToken, deleteSessionsOf, writeSignInEvent } from './queries.ts';

/** Ends the session with the token at once, in every browser that has a copy of it. */
export async function signOut(context: SignInContext, token: string): Promise<void> {
	await context.database.orm
		.transaction(async (tx) => {
			const userId = await deleteSessionByToken(tx, token);
			if (userId) await writeSignInEvent(context, tx, 'signed-out', userId);
		})
		.catch(throwAsProblem);
}

/** Ends every session of the person but this one. */
export async function endOtherSessions(context: SignInContext, session: StaffSession): Promise<void> {
	await deleteSessionsOf(context.database.orm, session.staffId, session.id).catch(throwAsProblem);
}

/** An invitation is used once: to choose a password. The second factor is asked for, or enrolled, right after. */
import { throwAsProblem } from '#lib/shared/server/database-error.ts';
import { hashToken } from '#lib/shared/server/hash-token.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';
import { parsePassword, type PasswordProblem } from '../../password-rules.ts';
import { commonPasswords } from '../common-passwords.ts';
import { hashPassword } from '../password-hash.ts';
import type { SignInContext } from '../sign-in-context.ts';
import {
	deleteInvitation,
	deleteSessionsOf,
	findInvited,
	insertSession,
	putPasswordHash,
	writeSignInEvent,
	type Invited
} from './queries.ts';

/** Whom the link is for, or null when it is unknown, used, replaced or too old. */
export async function findInvitation(context: SignInContext, token: string): Promise<Invited | null> {
	return findInvited(context.database.orm, hashToken(token), context.now()).catch(throwAsProblem);
}

/**
 * Gives the person the password and a half session. Second factors they have are left as they are: whoever has the link
 * only must still give one. Every session they had ends.
 */
export async function acceptInvitation(
	context: SignInContext,
	token: string,
	password: string,
	userAgent: string | null
): Promise<Result<{ readonly token: string }, PasswordProblem | 'unknown'>> {
	const invited = await findInvitation(context, token);
	if (!invited) return refuse('unknown');
	const parsed = parsePassword(password, invited.email, commonPasswords());
	if (!parsed.ok) return parsed;
	const hash = await hashPassword(parsed.value, context.passwordCost);
	const { userId } = invited;
	return context.database.orm
		.transaction(async (tx): Promise<Result<{ readonly token: string }, 'unknown'>> => {
			if (!(await deleteInvitation(tx, hashToken(token)))) return refuse('unknown');
			await putPasswordHash(context, tx, userId, hash);
			await deleteSessionsOf(tx, userId);
			await writeSignInEvent(context, tx, 'password-set', userId);
			return ok({ token: await insertSession(context, tx, { userId, secondFactor: null, userAgent }) });
		})
		.catch(throwAsProblem);
}

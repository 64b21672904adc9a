/**
 * An invitation is used once: to choose a password, or, by somebody who has an account, to accept a board with the password
 * they have. The second factor is asked for, or enrolled, right after.
 */
import { throwAsProblem } from '#lib/shared/server/database-error.ts';
import { hashToken } from '#lib/shared/server/hash-token.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';
import { parsePassword, type PasswordProblem } from '../../password-rules.ts';
import { commonPasswords } from '../common-passwords.ts';
import { hashPassword, isPassword } from '../password-hash.ts';
import type { StaffSession } from '../../staff-session.ts';
import type { SignInContext } from '../sign-in-context.ts';
import { countAttempt, forgetAttempt, type Throttled } from '../throttle.ts';
import {
	deleteInvitation,
	deleteSessionsOf,
	findInvited,
	findPasswordHash,
	forgetAcceptances,
	insertSession,
	isOpenAccount,
	putPasswordHash,
	updateGuestAsAccepted,
	writeSignInEvent,
	type Invited
} from './queries.ts';

/** Whom the link is for, or null when it is unknown, used, replaced or too old. */
export async function findInvitation(context: SignInContext, token: string): Promise<Invited | null> {
	return findInvited(context.database.orm, hashToken(token), context.now()).catch(throwAsProblem);
}

export type InvitationProblem = PasswordProblem | 'unknown' | 'not-accepted' | Throttled;

/**
 * Gives the person the password and a half session; one who has an account must give its own. Second factors they have are left as they are: whoever has the link
 * only must still give one. Every session they had ends.
 */
export async function acceptInvitation(
	context: SignInContext,
	token: string,
	password: string,
	userAgent: string | null
): Promise<Result<{ readonly token: string }, InvitationProblem>> {
	const invited = await findInvitation(context, token);
	if (!invited) return refuse('unknown');
	const parsed = parsePassword(password, invited.email, commonPasswords());
	if (!parsed.ok) return parsed;
	if (invited.guestOf !== null) return acceptAsGuest(context, token, invited, password, userAgent);
	const hash = await hashPassword(parsed.value, context.passwordCost);
	const { userId } = invited;
	return context.database.orm
		.transaction(async (tx): Promise<Result<{ readonly token: string }, 'unknown'>> => {
			if (!(await deleteInvitation(tx, hashToken(token)))) return refuse('unknown');
			await putPasswordHash(context, tx, userId, hash);
			await deleteSessionsOf(tx, userId);
			await forgetAcceptances(tx, userId);
			await writeSignInEvent(context, tx, 'password-set', userId);
			return ok({ token: await insertSession(context, tx, { userId, secondFactor: null, userAgent }) });
		})
		.catch(throwAsProblem);
}

/** With the account's own password, compared as at any sign-in and as slowly for whoever guesses. */
async function acceptAsGuest(
	context: SignInContext,
	token: string,
	{ userId, email }: Invited,
	password: string,
	userAgent: string | null
): Promise<Result<{ readonly token: string }, InvitationProblem>> {
	const { orm } = context.database;
	const subjects = [{ kind: 'account', id: email }] as const;
	const counted = await countAttempt(context, subjects);
	if (!counted.ok) return refuse(counted.problem);
	const stored = await findPasswordHash(orm, userId).catch(throwAsProblem);
	const isRight = await isPassword(password, stored ?? '');
	if (!isRight || !(await isOpenAccount(orm, userId))) {
		await writeSignInEvent(context, orm, 'password-refused', userId).catch(throwAsProblem);
		return refuse('not-accepted');
	}
	await forgetAttempt(context, subjects);
	return orm
		.transaction(async (tx): Promise<Result<{ readonly token: string }, 'unknown'>> => {
			if (!(await updateGuestAsAccepted(tx, hashToken(token), context.now()))) return refuse('unknown');
			return ok({ token: await insertSession(context, tx, { userId, secondFactor: null, userAgent }) });
		})
		.catch(throwAsProblem);
}

/** The same for somebody who is wholly signed in, by whichever way: false when the link is not for them. */
export async function acceptSignedIn(
	context: SignInContext,
	token: string,
	session: StaffSession
): Promise<boolean> {
	const invited = await findInvitation(context, token);
	const isTheirs = invited?.guestOf !== null && invited?.userId === session.staffId;
	if (!isTheirs || session.secondFactor === null) return false;
	return updateGuestAsAccepted(context.database.orm, hashToken(token), context.now()).catch(throwAsProblem);
}

/** Changing one's own password: with the old one, by somebody who is wholly signed in. */
import { throwAsProblem } from '#lib/shared/server/database-error.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';
import { parsePassword, type PasswordProblem } from '../../password-rules.ts';
import type { StaffSession } from '../../staff-session.ts';
import { commonPasswords } from '../common-passwords.ts';
import { hashPassword, isPassword } from '../password-hash.ts';
import type { SignInContext } from '../sign-in-context.ts';
import { countAttempt, forgetAttempt, type Throttled } from '../throttle.ts';
import {
	deleteSession,
	deleteSessionsOf,
	findPasswordHash,
	insertSession,
	putPasswordHash,
	writeSignInEvent
} from './queries.ts';

export interface PasswordChange {
	readonly current: string;
	readonly next: string;
	readonly userAgent: string | null;
}

export type ChangeProblem =
	| { readonly field: 'current'; readonly problem: 'wrong' | Throttled }
	| { readonly field: 'next'; readonly problem: PasswordProblem | 'same' };

/** The session that now holds: every one the person had has ended. */
export async function changePassword(
	context: SignInContext,
	session: StaffSession,
	{ current, next, userAgent }: PasswordChange
): Promise<Result<{ readonly token: string }, ChangeProblem>> {
	const parsed = parsePassword(next, session.email, commonPasswords());
	if (!parsed.ok) return refuse({ field: 'next', problem: parsed.problem });
	if (next === current) return refuse({ field: 'next', problem: 'same' });
	const { staffId: userId, secondFactor, signedInAt, boardId } = session;
	const subjects = [{ kind: 'account', id: session.email }] as const;
	const counted = await countAttempt(context, subjects);
	if (!counted.ok) return refuse({ field: 'current', problem: counted.problem });
	const stored = await findPasswordHash(context.database.orm, userId).catch(throwAsProblem);
	if (secondFactor === null || signedInAt === null || !(await isPassword(current, stored ?? ''))) {
		return refuse({ field: 'current', problem: 'wrong' });
	}
	await forgetAttempt(context, subjects);
	const hash = await hashPassword(parsed.value, context.passwordCost);
	const token = await context.database.orm
		.transaction(async (tx) => {
			if (!(await deleteSession(tx, session.id))) return null;
			await putPasswordHash(context, tx, userId, hash);
			await deleteSessionsOf(tx, userId);
			await writeSignInEvent(context, tx, 'password-set', userId);
			return insertSession(context, tx, { userId, secondFactor, userAgent, boardId, signedInAt });
		})
		.catch(throwAsProblem);
	return token === null ? refuse({ field: 'current', problem: 'wrong' }) : ok({ token });
}

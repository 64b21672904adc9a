/** The second step with a code: from the authenticator app, or from the paper with backup codes. */
import type { Orm } from '#lib/shared/server/database.ts';
import { throwAsProblem } from '#lib/shared/server/database-error.ts';
import { ok, refuse } from '#lib/shared/result.ts';
import type { SecondFactor } from '../../second-factor.ts';
import type { StaffSession } from '../../staff-session.ts';
import type { SignInContext } from '../sign-in-context.ts';
import { countAttempt, forgetAttempt } from '../throttle.ts';
import { findStep } from '../totp.ts';
import { claimBackupCode } from './backup-codes.ts';
import { completeSignIn } from './complete.ts';
import type { SignInOutcome } from './outcome.ts';
import { writeSignInEvent } from './queries.ts';
import { claimStep, findTotpSecret } from './totp-secret.ts';

/** Completes the half session with the app's code. The code is used up before the session is made, in one transaction. */
export async function signInWithCode(
	context: SignInContext,
	half: StaffSession,
	code: string,
	userAgent: string | null
): Promise<SignInOutcome> {
	const digits = code.replaceAll(/\s/g, '');
	return completeWith(context, half, 'totp', userAgent, async (tx) => {
		const secret = await findTotpSecret(context, tx, half.staffId);
		const step = secret ? findStep(secret, digits, context.now()) : null;
		return step !== null && (await claimStep(tx, half.staffId, step));
	});
}

/** Completes the half session with one of the person's backup codes. */
export async function signInWithBackupCode(
	context: SignInContext,
	half: StaffSession,
	code: string,
	userAgent: string | null
): Promise<SignInOutcome> {
	return completeWith(context, half, 'backup-code', userAgent, (tx) =>
		claimBackupCode(context, tx, half.staffId, code)
	);
}

/** Thrown inside the transaction so that the code is not used up when there is nothing left to complete. */
const sessionEnded = Symbol('the half session has ended');

async function completeWith(
	context: SignInContext,
	half: StaffSession,
	factor: SecondFactor,
	userAgent: string | null,
	claim: (tx: Orm) => Promise<boolean>
): Promise<SignInOutcome> {
	const subjects = [{ kind: 'code', id: half.staffId }] as const;
	const counted = await countAttempt(context, subjects);
	if (!counted.ok) return refuse({ kind: 'throttled', ...counted.problem });
	try {
		const token = await context.database.orm.transaction(async (tx) => {
			if (!(await claim(tx))) {
				await writeSignInEvent(context, tx, 'code-refused', half.staffId);
				if (counted.value.isSlowed) await writeSignInEvent(context, tx, 'throttled', half.staffId);
				return null;
			}
			const whole = await completeSignIn(context, tx, half, factor, userAgent);
			if (whole === null) throw sessionEnded;
			return whole;
		});
		if (token === null) return refuse({ kind: 'refused' });
		await forgetAttempt(context, subjects);
		return ok({ token });
	} catch (error) {
		if (error === sessionEnded) return refuse({ kind: 'ended' });
		throwAsProblem(error);
	}
}

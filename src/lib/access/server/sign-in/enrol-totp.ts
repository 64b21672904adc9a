/** Choosing an authenticator app: forced at the first sign-in, possible later for whoever has just signed in. */
import { throwAsProblem } from '#lib/shared/server/database-error.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';
import type { StaffSession } from '../../staff-session.ts';
import { findStep, toBase32, toKeyUri } from '../totp.ts';
import type { SignInContext } from '../sign-in-context.ts';
import { renewBackupCodes } from './backup-codes.ts';
import { exchangeForEnrolled } from './exchange-for-enrolled.ts';
import { putTotpSecret } from './totp-secret.ts';

/** What the app is to be given. */
export interface PendingTotp {
	/** For typing in. */
	readonly key: string;
	/** For the square pattern. */
	readonly uri: string;
}

/** After enrolling: the session that now holds, and the backup codes, seen this once. */
export interface Enrolled {
	readonly token: string;
	readonly codes: readonly string[];
}

/** The secret the app is to have; the same for as long as the session is, so that the page can be loaded again. */
export function pendingTotp(context: SignInContext, session: StaffSession): PendingTotp {
	const secret = pendingSecret(context, session);
	return { key: toBase32(secret), uri: toKeyUri(secret, session.email) };
}

/**
 * Takes the app into use when its code is right. Refuses somebody who is half signed in and has a second factor already:
 * knowing the password must never be enough to put a new one in its place.
 */
export async function enrolTotp(
	context: SignInContext,
	session: StaffSession,
	code: string,
	userAgent: string | null
): Promise<Result<Enrolled, 'wrong-code' | 'not-allowed'>> {
	const secret = pendingSecret(context, session);
	const step = findStep(secret, code.replaceAll(/\s/g, ''), context.now());
	if (step === null) return refuse('wrong-code');
	return context.database.orm
		.transaction(async (tx): Promise<Result<Enrolled, 'not-allowed'>> => {
			const token = await exchangeForEnrolled(context, tx, session, 'totp', userAgent);
			if (token === null) return refuse('not-allowed');
			await putTotpSecret(context, tx, session.staffId, secret, step);
			return ok({ token, codes: await renewBackupCodes(context, tx, session.staffId) });
		})
		.catch(throwAsProblem);
}

function pendingSecret({ secrets }: SignInContext, session: StaffSession): Buffer {
	return secrets.bytes('enrolment', `${session.staffId} ${session.id}`, 20);
}

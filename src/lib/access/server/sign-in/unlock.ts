/** Unlocking a session that has been handed over: by its owner's password, code or passkey, as slow to guess as signing in. */
import type { AuthenticationResponseJSON, AuthenticatorTransportFuture } from '@simplewebauthn/server';
import { throwAsProblem } from '#lib/shared/server/database-error.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import { Problem } from '#lib/shared/problem.ts';
import { ok, refuse } from '#lib/shared/result.ts';
import type { StaffSession } from '../../staff-session.ts';
import { isPassword } from '../password-hash.ts';
import type { SignInContext } from '../sign-in-context.ts';
import { countAttempt, forgetAttempt } from '../throttle.ts';
import { findStep } from '../totp.ts';
import { takeBackSession } from './lend-session.ts';
import type { SignInOutcome } from './outcome.ts';
import { keepChallenge, takeChallenge } from './passkey-challenge.ts';
import { findPasskey, listPasskeysOf, updatePasskeyUse } from './passkey-rows.ts';
import { findPasswordHash, writeSignInEvent } from './queries.ts';
import { toRelyingParty } from './relying-party.ts';
import { claimStep, findTotpSecret } from './totp-secret.ts';
import { verifyPasskey, type PasskeyRequest } from './with-passkey.ts';

/** With the password of the one whose session it is. */
export async function unlockWithPassword(
	context: SignInContext,
	session: StaffSession,
	password: string
): Promise<SignInOutcome> {
	return unlock(context, session, async (tx) => {
		const stored = await findPasswordHash(tx, session.staffId);
		return isPassword(password, stored ?? '');
	});
}

/** With a code from their app; used up by it. */
export async function unlockWithCode(
	context: SignInContext,
	session: StaffSession,
	code: string
): Promise<SignInOutcome> {
	const digits = code.replaceAll(/\s/g, '');
	return unlock(context, session, async (tx) => {
		const secret = await findTotpSecret(context, tx, session.staffId);
		const step = secret ? findStep(secret, digits, context.now()) : null;
		return step !== null && (await claimStep(tx, session.staffId, step));
	});
}

/** What the browser is to ask the authenticator for: one of the owner's passkeys. */
export async function beginPasskeyUnlock(
	context: SignInContext,
	session: StaffSession
): Promise<PasskeyRequest> {
	const party = toRelyingParty(context.publicUrl);
	if (!party) throw new Problem('not-found');
	const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
	const { orm } = context.database;
	const own = await listPasskeysOf(orm, session.staffId).catch(throwAsProblem);
	const options = await generateAuthenticationOptions({
		rpID: party.id,
		userVerification: 'required',
		allowCredentials: own.map(({ credentialId, transports }) => ({
			id: credentialId,
			transports: transports as AuthenticatorTransportFuture[]
		}))
	});
	const { challenge } = options;
	const kept = { purpose: 'unlock', challenge, staffId: session.staffId } as const;
	return { options, challengeId: await keepChallenge(context, orm, kept).catch(throwAsProblem) };
}

/** With a passkey of theirs. */
export async function unlockWithPasskey(
	context: SignInContext,
	session: StaffSession,
	response: AuthenticationResponseJSON,
	challengeId: string | undefined
): Promise<SignInOutcome> {
	const party = toRelyingParty(context.publicUrl);
	if (!party) throw new Problem('not-found');
	return unlock(context, session, async (tx) => {
		const challenge = await takeChallenge(context, tx, challengeId, 'unlock', session.staffId);
		const passkey = await findPasskey(tx, String(response.id));
		if (!challenge || !passkey || passkey.isClosed || passkey.userId !== session.staffId) return false;
		const counter = await verifyPasskey(party, challenge, passkey, response);
		return counter !== null && (await updatePasskeyUse(tx, passkey, counter, context.now()));
	});
}

/** Counted before anything is compared, whichever way it is tried: three ways are not three times as many guesses. */
async function unlock(
	context: SignInContext,
	session: StaffSession,
	prove: (tx: Orm) => Promise<boolean>
): Promise<SignInOutcome> {
	const subjects = [{ kind: 'code', id: session.staffId }] as const;
	const counted = await countAttempt(context, subjects);
	if (!counted.ok) return refuse({ kind: 'throttled', ...counted.problem });
	const outcome = await context.database.orm
		.transaction(async (tx): Promise<SignInOutcome> => {
			if (!(await prove(tx))) {
				await writeSignInEvent(context, tx, 'unlock-refused', session.staffId);
				if (counted.value.isSlowed) await writeSignInEvent(context, tx, 'throttled', session.staffId);
				return refuse({ kind: 'refused' });
			}
			const token = await takeBackSession(context, tx, session);
			return token === null ? refuse({ kind: 'ended' }) : ok({ token });
		})
		.catch(throwAsProblem);
	if (outcome.ok) await forgetAttempt(context, subjects);
	return outcome;
}

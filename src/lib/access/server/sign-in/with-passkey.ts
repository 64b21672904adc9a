/**
 * Signing in with a passkey: alone, since it is both something one has and something one is or knows, or as the second
 * factor after a password. The authenticator must say that it has checked the person (user verification).
 */
import type {
	AuthenticationResponseJSON,
	AuthenticatorTransportFuture,
	PublicKeyCredentialRequestOptionsJSON
} from '@simplewebauthn/server';
import { throwAsProblem } from '#lib/shared/server/database-error.ts';
import { ok, refuse } from '#lib/shared/result.ts';
import { Problem } from '#lib/shared/problem.ts';
import type { StaffSession } from '../../staff-session.ts';
import { toNetwork } from '../client-address.ts';
import type { SignInContext } from '../sign-in-context.ts';
import { countAttempt, forgetAttempt } from '../throttle.ts';
import { completeSignIn } from './complete.ts';
import type { SignInOutcome } from './outcome.ts';
import { keepChallenge, takeChallenge } from './passkey-challenge.ts';
import { findPasskey, listPasskeysOf, updatePasskeyUse, type StoredPasskey } from './passkey-rows.ts';
import { deleteSessionByToken, insertSession, writeSignInEvent } from './queries.ts';
import { toRelyingParty, type RelyingParty } from './relying-party.ts';
import type { Visitor } from './with-password.ts';

export interface PasskeyRequest {
	readonly options: PublicKeyCredentialRequestOptionsJSON;
	/** For the cookie that ties the challenge to this browser. */
	readonly challengeId: string;
}

/** What the browser is to ask the authenticator. After a password: for that person's passkeys only. */
export async function beginPasskeySignIn(
	context: SignInContext,
	half: StaffSession | null,
	address: string
): Promise<PasskeyRequest> {
	const party = requireParty(context);
	await countOrThrow(context, address);
	const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
	const { orm } = context.database;
	const own = half ? await listPasskeysOf(orm, half.staffId).catch(throwAsProblem) : [];
	const options = await generateAuthenticationOptions({
		rpID: party.id,
		userVerification: 'required',
		allowCredentials: own.map(({ credentialId, transports }) => ({
			id: credentialId,
			transports: transports as AuthenticatorTransportFuture[]
		}))
	});
	const challenge = {
		purpose: 'sign-in',
		challenge: options.challenge,
		staffId: half?.staffId ?? null
	} as const;
	const challengeId = await keepChallenge(context, orm, challenge).catch(throwAsProblem);
	return { options, challengeId };
}

export interface PasskeyAnswer {
	readonly response: AuthenticationResponseJSON;
	readonly challengeId: string | undefined;
	readonly half: StaffSession | null;
	readonly visitor: Visitor;
}

/** A whole session when the answer is right: made from the half one, or new. */
export async function signInWithPasskey(
	context: SignInContext,
	{ response, challengeId, half, visitor }: PasskeyAnswer
): Promise<SignInOutcome> {
	const party = requireParty(context);
	const { orm } = context.database;
	const staffId = half?.staffId ?? null;
	const challenge = await takeChallenge(context, orm, challengeId, 'sign-in', staffId).catch(throwAsProblem);
	const passkey = await findPasskey(orm, String(response.id)).catch(throwAsProblem);
	const isOwn = passkey !== null && !passkey.isClosed && (staffId === null || passkey.userId === staffId);
	const counter = challenge && isOwn ? await verifyPasskey(party, challenge, passkey, response) : null;
	if (!passkey || counter === null) {
		await writeSignInEvent(context, orm, 'passkey-refused', isOwn ? passkey.userId : null).catch(
			throwAsProblem
		);
		return refuse({ kind: 'refused' });
	}
	const token = await orm
		.transaction(async (tx) => {
			if (!(await updatePasskeyUse(tx, passkey, counter, context.now()))) return null;
			if (half) return completeSignIn(context, tx, half, 'passkey', visitor.userAgent);
			if (visitor.currentToken) await deleteSessionByToken(tx, visitor.currentToken);
			await writeSignInEvent(context, tx, 'signed-in', passkey.userId);
			const { userId } = passkey;
			return insertSession(context, tx, { userId, secondFactor: 'passkey', userAgent: visitor.userAgent });
		})
		.catch(throwAsProblem);
	if (token === null) return refuse({ kind: 'ended' });
	await forgetAttempt(context, subjectsOf(visitor.address));
	return ok({ token });
}

/** The passkey's new counter, or null when the answer is not right. */
export async function verifyPasskey(
	party: RelyingParty,
	challenge: string,
	passkey: StoredPasskey,
	response: AuthenticationResponseJSON
): Promise<number | null> {
	const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
	try {
		const { verified, authenticationInfo } = await verifyAuthenticationResponse({
			response,
			expectedChallenge: challenge,
			expectedOrigin: party.origin,
			expectedRPID: party.id,
			requireUserVerification: true,
			credential: {
				id: passkey.credentialId,
				publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
				counter: passkey.counter
			}
		});
		return verified ? authenticationInfo.newCounter : null;
	} catch {
		// It says what in the answer is wrong by throwing; whoever sent it is not told.
		return null;
	}
}

function requireParty({ publicUrl }: SignInContext): RelyingParty {
	const party = toRelyingParty(publicUrl);
	if (!party) throw new Problem('not-found');
	return party;
}

/** Counted by place only: what strangers do with passwords must not shut this way too. */
const subjectsOf = (address: string) => [{ kind: 'address', id: toNetwork(address) }] as const;

/** There is no account to count against yet, and nothing to guess: the limit is there so that rows do not pile up. */
async function countOrThrow(context: SignInContext, address: string): Promise<void> {
	const counted = await countAttempt(context, subjectsOf(address));
	if (!counted.ok) throw new Problem('too-many-attempts', { ...counted.problem });
}

/** Adding a passkey: as the forced second factor at the first sign-in, or later by whoever has just signed in. */
import type {
	PublicKeyCredentialCreationOptionsJSON,
	RegistrationResponseJSON
} from '@simplewebauthn/server';
import { Problem } from '#lib/shared/problem.ts';
import { throwAsProblem } from '#lib/shared/server/database-error.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';
import type { StaffSession } from '../../staff-session.ts';
import type { SignInContext } from '../sign-in-context.ts';
import { countBackupCodes, renewBackupCodes } from './backup-codes.ts';
import type { Enrolled } from './enrol-totp.ts';
import { exchangeForEnrolled } from './exchange-for-enrolled.ts';
import { keepChallenge, takeChallenge } from './passkey-challenge.ts';
import { insertPasskey, listPasskeysOf } from './passkey-rows.ts';
import { toRelyingParty, type RelyingParty } from './relying-party.ts';

export interface PasskeyOffer {
	readonly options: PublicKeyCredentialCreationOptionsJSON;
	readonly challengeId: string;
}

/** What the browser is to ask the authenticator for: a key it can be found by without a user name, behind a check of the person. */
export async function beginPasskeyEnrolment(
	context: SignInContext,
	session: StaffSession
): Promise<PasskeyOffer> {
	const party = requireParty(context);
	const { orm } = context.database;
	const { generateRegistrationOptions } = await import('@simplewebauthn/server');
	const own = await listPasskeysOf(orm, session.staffId).catch(throwAsProblem);
	const options = await generateRegistrationOptions({
		rpName: 'Genklang',
		rpID: party.id,
		userID: new Uint8Array(Buffer.from(session.staffId.replaceAll('-', ''), 'hex')),
		userName: session.email,
		userDisplayName: session.name,
		attestationType: 'none',
		excludeCredentials: own.map(({ credentialId }) => ({ id: credentialId })),
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' }
	});
	const challenge = { purpose: 'enrol', challenge: options.challenge, staffId: session.staffId } as const;
	const challengeId = await keepChallenge(context, orm, challenge).catch(throwAsProblem);
	return { options, challengeId };
}

export interface NewPasskey {
	readonly response: RegistrationResponseJSON;
	readonly challengeId: string | undefined;
	/** What the person wants to call it. */
	readonly name: string;
	readonly userAgent: string | null;
}

/** Takes the passkey into use. The backup codes are made with the first second factor, and otherwise left as they are. */
export async function enrolPasskey(
	context: SignInContext,
	session: StaffSession,
	{ response, challengeId, name, userAgent }: NewPasskey
): Promise<Result<Enrolled, 'refused' | 'not-allowed'>> {
	const party = requireParty(context);
	const { orm } = context.database;
	const challenge = await takeChallenge(context, orm, challengeId, 'enrol', session.staffId).catch(
		throwAsProblem
	);
	const credential = challenge ? await verify(party, challenge, response) : null;
	if (!credential) return refuse('refused');
	const { staffId: userId } = session;
	return orm
		.transaction(async (tx): Promise<Result<Enrolled, 'not-allowed'>> => {
			const token = await exchangeForEnrolled(context, tx, session, 'passkey', userAgent);
			if (token === null) return refuse('not-allowed');
			await insertPasskey(tx, {
				id: context.newId(),
				userId,
				name: name.slice(0, 60),
				credentialId: credential.id,
				publicKey: Buffer.from(credential.publicKey).toString('base64url'),
				counter: credential.counter,
				transports: credential.transports ?? [],
				createdAt: context.now()
			});
			const hasCodes = (await countBackupCodes(tx, userId)) > 0;
			return ok({ token, codes: hasCodes ? [] : await renewBackupCodes(context, tx, userId) });
		})
		.catch(throwAsProblem);
}

async function verify(party: RelyingParty, challenge: string, response: RegistrationResponseJSON) {
	const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
	try {
		const { verified, registrationInfo } = await verifyRegistrationResponse({
			response,
			expectedChallenge: challenge,
			expectedOrigin: party.origin,
			expectedRPID: party.id,
			requireUserVerification: true
		});
		return verified ? registrationInfo.credential : null;
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

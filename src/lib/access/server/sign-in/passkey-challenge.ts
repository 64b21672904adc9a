/** A passkey signs a challenge that is given once, to one browser, for one purpose, and lives for five minutes. */
import * as v from 'valibot';
import type { Orm } from '#lib/shared/server/database.ts';
import { hashToken } from '#lib/shared/server/hash-token.ts';
import type { SignInContext } from '../sign-in-context.ts';
import { insertVerification, takeVerification } from './queries.ts';

const livesMs = 5 * 60_000;

const challengeSchema = v.object({
	purpose: v.picklist(['sign-in', 'enrol', 'unlock']),
	challenge: v.string(),
	/** Whose half session, or whose new passkey, it is for; null for signing in with a passkey alone. */
	staffId: v.nullable(v.string())
});
export type PasskeyChallenge = v.InferOutput<typeof challengeSchema>;

/** Keeps the challenge; gives the id that goes into the browser's cookie. */
export async function keepChallenge(
	context: SignInContext,
	tx: Orm,
	challenge: PasskeyChallenge
): Promise<string> {
	const id = context.newToken();
	await insertVerification(context, tx, nameOf(id), JSON.stringify(challenge), livesMs);
	return id;
}

/** Takes the challenge out; null when there is none for the purpose and the person. */
export async function takeChallenge(
	context: SignInContext,
	tx: Orm,
	id: string | undefined,
	purpose: PasskeyChallenge['purpose'],
	staffId: string | null
): Promise<string | null> {
	if (!id) return null;
	const value = await takeVerification(tx, nameOf(id), context.now());
	if (value === null) return null;
	const kept = v.parse(challengeSchema, JSON.parse(value));
	return kept.purpose === purpose && kept.staffId === staffId ? kept.challenge : null;
}

function nameOf(id: string): string {
	return `passkey-${hashToken(id)}`;
}

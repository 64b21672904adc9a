/** The first step: e-mail address and password, compared by Better Auth after our own throttle has let it through. */
import { throwAsProblem } from '#lib/shared/server/database-error.ts';
import { ok, refuse } from '#lib/shared/result.ts';
import { authRun, type AuthRun } from '../auth-run.ts';
import { toNetwork } from '../client-address.ts';
import { readKnownBrowser } from '../known-browser.ts';
import type { SignInContext } from '../sign-in-context.ts';
import { countAttempt, forgetAttempt, type ThrottleSubject } from '../throttle.ts';
import type { SignInOutcome } from './outcome.ts';
import { deleteSessionByToken, findUserByEmail, writeSignInEvent } from './queries.ts';

/** Where an attempt comes from. */
export interface Visitor {
	/** The client's network address, see client-address.ts. */
	readonly address: string;
	readonly userAgent: string | null;
	/** The cookie that marks a browser as known. */
	readonly knownBrowser: string | undefined;
	/** The token of the session the browser has already, which a new one replaces. */
	readonly currentToken: string | null;
}

export interface PasswordInput {
	readonly email: string;
	readonly password: string;
	readonly visitor: Visitor;
}

/**
 * A half session, whatever second factors the person has. The same answer after about the same time whether the account
 * exists, has another password, has none or is closed.
 */
export async function signInWithPassword(
	context: SignInContext,
	{ email, password, visitor }: PasswordInput
): Promise<SignInOutcome> {
	const address = normaliseEmail(email);
	const subjects = throttleSubjects(context, address, visitor);
	const counted = await countAttempt(context, subjects);
	if (!counted.ok) return refuse({ kind: 'throttled', ...counted.problem });
	const token = await comparePassword(context, address, password, visitor.userAgent);
	if (token === null) {
		await writeRefusal(context, address, counted.value.isSlowed).catch(throwAsProblem);
		return refuse({ kind: 'refused' });
	}
	await forgetAttempt(context, subjects);
	const { currentToken } = visitor;
	if (currentToken) await deleteSessionByToken(context.database.orm, currentToken).catch(throwAsProblem);
	return ok({ token });
}

/** With whose account it was, where there is one: for whoever has to find out what an attacker tried. */
async function writeRefusal(context: SignInContext, email: string, isSlowed: boolean): Promise<void> {
	const { orm } = context.database;
	const user = await findUserByEmail(orm, email);
	await writeSignInEvent(context, orm, 'password-refused', user?.id ?? null);
	if (isSlowed) await writeSignInEvent(context, orm, 'throttled', user?.id ?? null);
}

/** The address as it is stored. */
export function normaliseEmail(email: string): string {
	return email.trim().toLowerCase();
}

function throttleSubjects(
	context: SignInContext,
	email: string,
	visitor: Visitor
): readonly ThrottleSubject[] {
	const known = readKnownBrowser(context.secrets, email, visitor.knownBrowser);
	if (known) return [{ kind: 'known-browser', id: `${known} ${email}` }];
	return [
		{ kind: 'account', id: email },
		{ kind: 'address', id: toNetwork(visitor.address) },
		{ kind: 'everyone', id: '' }
	];
}

/** The token of the half session that Better Auth made, or null when it refused. */
async function comparePassword(
	context: SignInContext,
	email: string,
	password: string,
	userAgent: string | null
): Promise<string | null> {
	const auth = await context.auth();
	const run: AuthRun = {};
	const headers = new Headers(userAgent ? { 'user-agent': userAgent.slice(0, 300) } : {});
	try {
		await authRun.run(run, () => auth.api.signInEmail({ body: { email, password }, headers }));
	} catch (error) {
		if (isRefusal(error)) return null;
		throwAsProblem(error);
	}
	return run.sessionToken ?? null;
}

/** Better Auth says no with a status of 4xx; anything else is a fault. */
function isRefusal(error: unknown): boolean {
	const status = (error as { statusCode?: unknown }).statusCode;
	return typeof status === 'number' && status >= 400 && status < 500;
}

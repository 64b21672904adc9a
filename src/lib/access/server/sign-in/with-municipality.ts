/** Signing in with the municipality's own account: OpenID Connect through Better Auth, for invited people only. */
import { throwAsProblem } from '#lib/shared/server/database-error.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';
import { toSafePath } from '../../safe-path.ts';
import { authRun, municipalityProvider, type AuthRun } from '../auth-run.ts';
import { toNetwork } from '../client-address.ts';
import type { SignInContext } from '../sign-in-context.ts';
import { countAttempt, forgetAttempt } from '../throttle.ts';
import type { Refusal } from './outcome.ts';
import { deleteSessionByToken, writeSignInEvent } from './queries.ts';
import type { Visitor } from './with-password.ts';

export interface MunicipalStart {
	/** The address at the identity provider. */
	readonly url: string;
	/** Cookies as they are to be sent. */
	readonly setCookies: readonly string[];
}

/** Where to send the person, with the cookie that ties the answer to this browser. `isAgain`: ask them anew. */
export async function beginMunicipalSignIn(
	context: SignInContext,
	next: string,
	isAgain: boolean,
	address: string
): Promise<Result<MunicipalStart, Refusal>> {
	if (!context.municipality) return refuse({ kind: 'refused' });
	const counted = await countAttempt(context, subjectsOf(address));
	if (!counted.ok) return refuse({ kind: 'throttled', ...counted.problem });
	const auth = await context.auth();
	try {
		const { response, headers } = await auth.api.signInSocial({
			returnHeaders: true,
			body: {
				provider: municipalityProvider,
				callbackURL: toSafePath(next),
				errorCallbackURL: '/sign-in?refused=municipality',
				disableRedirect: true,
				...(isAgain ? { additionalParams: { prompt: 'login' } } : {})
			}
		});
		return response.url
			? ok({ url: response.url, setCookies: headers.getSetCookie() })
			: refuse({ kind: 'refused' });
	} catch (error) {
		// The provider cannot be reached or is not set up: said on the page as any other refusal.
		if (isRefusal(error)) return refuse({ kind: 'refused' });
		throwAsProblem(error);
	}
}

export interface MunicipalEnd {
	/** The token of the whole session, or null when the person was not let in. */
	readonly token: string | null;
	/** A path of our own. */
	readonly location: string;
	readonly setCookies: readonly string[];
}

/** What the identity provider's answer leads to. Better Auth checks state, code, signature, issuer, audience and nonce. */
export async function endMunicipalSignIn(
	context: SignInContext,
	query: string,
	cookieHeader: string | null,
	{ currentToken, address }: Visitor
): Promise<MunicipalEnd> {
	const refused = '/sign-in?refused=municipality';
	if (!context.municipality) return { token: null, location: refused, setCookies: [] };
	const auth = await context.auth();
	const run: AuthRun = {};
	const url = `${context.publicUrl}/sign-in/oidc/callback/${municipalityProvider}${query}`;
	const request = new Request(url, { headers: cookieHeader ? { cookie: cookieHeader } : {} });
	const response = await authRun.run(run, () => auth.handler(request));
	const { orm } = context.database;
	// Its own session cookie is left out: ours says the same with our name and signature.
	const setCookies = response.headers.getSetCookie().filter((cookie) => !cookie.includes('session_token='));
	const target = new URL(response.headers.get('location') ?? refused, context.publicUrl);
	if (!run.sessionToken || !run.userId || target.searchParams.has('error')) {
		await writeSignInEvent(context, orm, 'municipality-refused', null).catch(throwAsProblem);
		return { token: null, location: refused, setCookies };
	}
	if (currentToken) await deleteSessionByToken(orm, currentToken).catch(throwAsProblem);
	await writeSignInEvent(context, orm, 'signed-in', run.userId).catch(throwAsProblem);
	await forgetAttempt(context, subjectsOf(address));
	return { token: run.sessionToken, location: toSafePath(target.pathname + target.search), setCookies };
}

/** Counted by place only: what strangers do with passwords must not shut this way too. */
const subjectsOf = (address: string) => [{ kind: 'address', id: toNetwork(address) }] as const;

function isRefusal(error: unknown): boolean {
	const status = (error as { statusCode?: unknown }).statusCode;
	return typeof status === 'number' && status >= 400 && status < 500;
}

/** Puts signing in together from the settings, or says in one sentence what is missing. */
import type { Environment } from '#lib/shared/environment.ts';
import type { Database } from '#lib/shared/server/database.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';
import { parseProxies } from './client-address.ts';
import { readSecret } from './secrets.ts';
import { makeSignInContext, type SignInContext } from './sign-in-context.ts';

/** The context of signing in over the database of the settings. */
export function openSignIn(environment: Environment, database: Database): Result<SignInContext, string> {
	const trustedProxies = parseProxies(environment.trustedProxies);
	if (!trustedProxies) {
		return refuse(
			'GENKLANG_TRUSTED_PROXIES ska vara adresser eller nät, till exempel 10.0.0.5, 192.168.0.0/16.'
		);
	}
	const secret = readSecret(environment);
	if (!secret.ok) return secret;
	const { publicUrl, municipality } = environment;
	return ok(makeSignInContext(database, { secret: secret.value, publicUrl, municipality, trustedProxies }));
}

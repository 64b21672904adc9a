/** Who sends a request, as far as its session says: read once per request, in hooks.server.ts. */
import type { StaffSession } from '../staff-session.ts';
import { findStaffSession } from './queries.ts';
import { readSessionCookie, signInCookies } from './session-cookie.ts';
import type { SignInContext } from './sign-in-context.ts';

/** What is read and set of the cookies; SvelteKit's `Cookies` is one. */
export interface CookieJar {
	get(name: string): string | undefined;
	set(name: string, value: string, attributes: Record<string, unknown>): void;
	delete(name: string, attributes: Record<string, unknown>): void;
}

export interface Visit {
	/** Null for whoever is not signed in, not even half. */
	readonly session: StaffSession | null;
	/** The session's token as the cookie has it, or null. */
	readonly sessionToken: string | null;
}

/** The visit of a request. A cookie that is not ours, or whose session is over, is as none. */
export async function readVisit(context: SignInContext, cookies: CookieJar): Promise<Visit> {
	const value = cookies.get(signInCookies(context.publicUrl).session.name);
	const sessionToken = readSessionCookie(context.secrets, value);
	if (!sessionToken) return { session: null, sessionToken: null };
	return { session: await findStaffSession(context.database, sessionToken, context.now()), sessionToken };
}

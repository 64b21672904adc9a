/** What the sign-in pages have in common: who is asking, the session's cookie, and where to go next. */
import { redirect, type Cookies } from '@sveltejs/kit';
import { clientAddress } from '#lib/access/server/client-address.ts';
import { writeKnownBrowser } from '#lib/access/server/known-browser.ts';
import { findStaffSession } from '#lib/access/server/queries.ts';
import { signInCookies, writeSessionCookie } from '#lib/access/server/session-cookie.ts';
import type { Visitor } from '#lib/access/server/sign-in/with-password.ts';
import type { SignInContext } from '#lib/access/server/sign-in-context.ts';
import { toSafePath } from '#lib/access/safe-path.ts';
import { nextStep, toActor, type StaffSession } from '#lib/access/staff-session.ts';
import { listPlaces } from '../working-places.ts';

interface Event {
	readonly locals: App.Locals;
	readonly cookies: Cookies;
	readonly request: Request;
	readonly url: URL;
	getClientAddress(): string;
}

/** Where the attempt comes from. */
export function readVisitor({ locals, cookies, request, getClientAddress }: Event): Visitor {
	const { publicUrl, trustedProxies } = locals.signIn;
	const forwardedFor = request.headers.get('x-forwarded-for');
	return {
		address: clientAddress(getClientAddress(), forwardedFor, trustedProxies),
		userAgent: request.headers.get('user-agent'),
		knownBrowser: cookies.get(signInCookies(publicUrl).knownBrowser.name),
		currentToken: locals.visit.sessionToken
	};
}

/** Gives the browser the session; when it is whole, the browser is known from now on. Gives the session itself. */
export async function keepSession(
	signIn: SignInContext,
	cookies: Cookies,
	token: string
): Promise<StaffSession | null> {
	const forms = signInCookies(signIn.publicUrl);
	cookies.set(forms.session.name, writeSessionCookie(signIn.secrets, token), forms.session.attributes);
	const session = await findStaffSession(signIn.database, token, signIn.now());
	if (session?.secondFactor) {
		const mark = writeKnownBrowser(signIn.secrets, session.email, signIn.newToken());
		cookies.set(forms.knownBrowser.name, mark, forms.knownBrowser.attributes);
	}
	return session;
}

/** Takes the session's cookie back from the browser. */
export function dropSession(signIn: SignInContext, cookies: Cookies): void {
	const { name, attributes } = signInCookies(signIn.publicUrl).session;
	cookies.delete(name, attributes);
}

/** The path to the next step of signing in, or to where the person was going. */
export function pathOnwards(session: StaffSession | null, wanted: string | null): string {
	if (!session) return '/sign-in';
	const next = toSafePath(wanted);
	const query = next === '/' ? '' : `?next=${encodeURIComponent(next)}`;
	switch (nextStep(session)) {
		case 'enrol':
			return `/sign-in/enrol${query}`;
		case 'second-factor':
			return `${session.hasTotp ? '/sign-in/code' : '/sign-in/passkey'}${query}`;
		case 'board':
			return `/sign-in/board${query}`;
		case 'done':
			return next === '/' || toActor(session).kind === 'anonymous' ? homeOf(session) : next;
	}
}

/** The half session of whoever is between password and second factor; everybody else is led to where they belong. */
export function requireHalf(locals: App.Locals, url: URL): StaffSession {
	const { session } = locals.visit;
	const path = pathOnwards(session, url.searchParams.get('next'));
	if (!session || nextStep(session) !== 'second-factor') redirect(303, path);
	return session;
}

/** The whole session of whoever has given both factors. */
export function requireWhole(locals: App.Locals, url: URL): StaffSession {
	const { session } = locals.visit;
	if (!session) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
	if (!session.secondFactor) redirect(303, pathOnwards(session, url.pathname));
	return session;
}

/** The first of the person's working places; their own account when they have none today. */
function homeOf(session: StaffSession): string {
	const actor = toActor(session);
	const [first] = actor.kind === 'staff' ? listPlaces(actor.roles, '') : [];
	return first?.href ?? '/account';
}

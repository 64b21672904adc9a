import { redirect } from '@sveltejs/kit';
import { signInCookies } from '#lib/access/server/session-cookie.ts';
import { demoRoleCookie, demoStaff, isDemoStaffRole } from '#lib/demo/demo-actor.ts';
import { makeClientLink } from '#lib/demo/server/make-client-link.ts';
import { writeKioskCookie } from '#lib/kiosk/server/kiosk-cookie.ts';
import { Problem } from '#lib/shared/problem.ts';
import type { RequestHandler } from './$types';

/** A door of the demo: staff get their made-up role, the client a new link of their own, and the tablet its pairing. */
export const GET: RequestHandler = async ({ params, locals, cookies, url }) => {
	const { demo, context } = locals;
	if (!demo) throw new Problem('not-found');
	if (params.role === 'klient') {
		redirect(303, await makeClientLink(context, demo));
	}
	if (params.role === 'kiosk') {
		writeKioskCookie(cookies, locals.signIn.publicUrl, demo.kioskToken);
		redirect(303, `/kiosk/${demo.boardCode}`);
	}
	if (!isDemoStaffRole(params.role)) throw new Problem('not-found');
	// Whoever goes in by a door leaves the account they were signed in to.
	const { session } = signInCookies(locals.signIn.publicUrl);
	cookies.delete(session.name, session.attributes);
	cookies.set(demoRoleCookie, params.role, { path: '/', sameSite: 'lax', secure: url.protocol === 'https:' });
	redirect(303, demoStaff[params.role].home);
};

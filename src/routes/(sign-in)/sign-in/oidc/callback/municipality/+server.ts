import { redirect } from '@sveltejs/kit';
import { endMunicipalSignIn } from '#lib/access/server/sign-in/with-municipality.ts';
import { keepSession, pathOnwards, readVisitor } from '../../../../attempt.server.ts';
import { setRawCookies } from '../../../../raw-cookies.server.ts';
import type { RequestHandler } from './$types';

/** Where the identity provider sends people back. The one GET that changes something: the standard has it so. */
export const GET: RequestHandler = async (event) => {
	const { locals, request, cookies, url } = event;
	const { token, location, setCookies } = await endMunicipalSignIn(
		locals.signIn,
		url.search,
		request.headers.get('cookie'),
		readVisitor(event)
	);
	setRawCookies(cookies, setCookies);
	if (token === null) redirect(303, location);
	redirect(303, pathOnwards(await keepSession(locals.signIn, cookies, token), location));
};

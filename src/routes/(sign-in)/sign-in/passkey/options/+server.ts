import { signInCookies } from '#lib/access/server/session-cookie.ts';
import { beginPasskeySignIn } from '#lib/access/server/sign-in/with-passkey.ts';
import { nextStep } from '#lib/access/staff-session.ts';
import { readVisitor } from '../../../attempt.server.ts';
import { answerJson } from '../../../json-request.server.ts';
import type { RequestHandler } from './$types';

/** What the browser is to ask the authenticator for. */
export const POST: RequestHandler = (event) =>
	answerJson(async () => {
		const { signIn, visit } = event.locals;
		const half = visit.session && nextStep(visit.session) === 'second-factor' ? visit.session : null;
		const { options, challengeId } = await beginPasskeySignIn(signIn, half, readVisitor(event).address);
		const { name, attributes } = signInCookies(signIn.publicUrl).challenge;
		event.cookies.set(name, challengeId, attributes);
		return Response.json(options);
	});

import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { signInCookies } from '#lib/access/server/session-cookie.ts';
import { signInWithPasskey } from '#lib/access/server/sign-in/with-passkey.ts';
import { nextStep } from '#lib/access/staff-session.ts';
import { m } from '#lib/paraglide/messages.js';
import { keepSession, pathOnwards, readVisitor } from '../../../attempt.server.ts';
import { answerJson, readJson, refuseJson } from '../../../json-request.server.ts';
import type { RequestHandler } from './$types';

/** The authenticator's answer: a whole session, or the same refusal whatever was wrong. */
export const POST: RequestHandler = (event) =>
	answerJson(async () => {
		const { locals, request, cookies, url } = event;
		const { signIn, visit } = locals;
		const { response } = await readJson(request);
		const { name, attributes } = signInCookies(signIn.publicUrl).challenge;
		const challengeId = cookies.get(name);
		cookies.delete(name, attributes);
		const outcome = await signInWithPasskey(signIn, {
			// Nothing in it is believed before it is verified.
			response: (response ?? {}) as AuthenticationResponseJSON,
			challengeId,
			half: visit.session && nextStep(visit.session) === 'second-factor' ? visit.session : null,
			visitor: readVisitor(event)
		});
		if (!outcome.ok) return refuseJson(401, m.access_passkey_refused());
		const session = await keepSession(signIn, cookies, outcome.value.token);
		return Response.json({ location: pathOnwards(session, url.searchParams.get('next')) });
	});

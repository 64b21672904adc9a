import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { signInCookies } from '#lib/access/server/session-cookie.ts';
import { unlockWithPasskey } from '#lib/access/server/sign-in/unlock.ts';
import { m } from '#lib/paraglide/messages.js';
import { keepSession } from '../../../../../(sign-in)/attempt.server.ts';
import { answerJson, readJson, refuseJson } from '../../../../../(sign-in)/json-request.server.ts';
import { openLent } from '../../../open-lent.server.ts';
import { addressAfter } from '../../address-after.server.ts';
import type { RequestHandler } from './$types';

/** The authenticator's answer: the session back, or the same refusal whatever was wrong. */
export const POST: RequestHandler = (event) =>
	answerJson(async () => {
		const { locals, request, cookies } = event;
		const { signIn } = locals;
		const { session } = await openLent(event);
		const { response } = await readJson(request);
		const { name, attributes } = signInCookies(signIn.publicUrl).challenge;
		const challengeId = cookies.get(name);
		cookies.delete(name, attributes);
		// Nothing in it is believed before it is verified.
		const given = (response ?? {}) as AuthenticationResponseJSON;
		const outcome = await unlockWithPasskey(signIn, session, given, challengeId);
		if (!outcome.ok) return refuseJson(401, m.access_passkey_refused());
		const location = await addressAfter(event);
		await keepSession(signIn, cookies, outcome.value.token);
		return Response.json({ location });
	});

import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { signInCookies } from '#lib/access/server/session-cookie.ts';
import { enrolPasskey } from '#lib/access/server/sign-in/enrol-passkey.ts';
import { m } from '#lib/paraglide/messages.js';
import { Problem } from '#lib/shared/problem.ts';
import { keepSession } from '../../../../attempt.server.ts';
import { answerJson, readJson, refuseJson } from '../../../../json-request.server.ts';
import type { RequestHandler } from './$types';

/** The passkey that was made: taken into use, with backup codes when there were none. */
export const POST: RequestHandler = ({ locals, cookies, request }) =>
	answerJson(async () => {
		const { signIn, visit } = locals;
		if (!visit.session) throw new Problem('sign-in-required');
		const { response, name: wanted } = await readJson(request);
		const { name, attributes } = signInCookies(signIn.publicUrl).challenge;
		const challengeId = cookies.get(name);
		cookies.delete(name, attributes);
		const enrolled = await enrolPasskey(signIn, visit.session, {
			// Nothing in it is believed before it is verified.
			response: (response ?? {}) as RegistrationResponseJSON,
			challengeId,
			name: String(wanted ?? ''),
			userAgent: request.headers.get('user-agent')
		});
		if (!enrolled.ok) {
			if (enrolled.problem === 'not-allowed') throw new Problem('fresh-sign-in-required');
			return refuseJson(401, m.access_passkey_refused());
		}
		await keepSession(signIn, cookies, enrolled.value.token);
		return Response.json({ codes: enrolled.value.codes });
	});

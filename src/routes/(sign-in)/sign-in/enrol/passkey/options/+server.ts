import { signInCookies } from '#lib/access/server/session-cookie.ts';
import { beginPasskeyEnrolment } from '#lib/access/server/sign-in/enrol-passkey.ts';
import { Problem } from '#lib/shared/problem.ts';
import { answerJson } from '../../../../json-request.server.ts';
import type { RequestHandler } from './$types';

/** What the browser is to ask the authenticator to make. */
export const POST: RequestHandler = ({ locals, cookies }) =>
	answerJson(async () => {
		const { signIn, visit } = locals;
		if (!visit.session) throw new Problem('sign-in-required');
		const { options, challengeId } = await beginPasskeyEnrolment(signIn, visit.session);
		const { name, attributes } = signInCookies(signIn.publicUrl).challenge;
		cookies.set(name, challengeId, attributes);
		return Response.json(options);
	});

import { signInCookies } from '#lib/access/server/session-cookie.ts';
import { beginPasskeyUnlock } from '#lib/access/server/sign-in/unlock.ts';
import { answerJson } from '../../../../../(sign-in)/json-request.server.ts';
import { openLent } from '../../../open-lent.server.ts';
import type { RequestHandler } from './$types';

/** What the browser is to ask the authenticator for. */
export const POST: RequestHandler = (event) =>
	answerJson(async () => {
		const { signIn } = event.locals;
		const { session } = await openLent(event);
		const { options, challengeId } = await beginPasskeyUnlock(signIn, session);
		const { name, attributes } = signInCookies(signIn.publicUrl).challenge;
		event.cookies.set(name, challengeId, attributes);
		return Response.json(options);
	});

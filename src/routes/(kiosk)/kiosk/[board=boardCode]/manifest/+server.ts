import { fetchManifest } from '#lib/kiosk/server/commands/fetch-manifest.ts';
import { run } from '#lib/shared/server/command.ts';
import { contextOfKiosk } from '../kiosk-context.server.ts';
import { requireKioskToken } from '#lib/kiosk/server/kiosk-cookie.ts';
import { toProblemResponse } from '../problem-response.server.ts';
import type { RequestHandler } from './$types';

/** What a paired tablet is to ask, signed, and the key that one paired before there were signatures has to learn. */
export const GET: RequestHandler = async ({ locals, params, cookies }) => {
	try {
		const { context, board } = await contextOfKiosk(locals, params.board);
		const token = requireKioskToken(cookies, locals.signIn.publicUrl);
		const fetched = await run(context, fetchManifest, { token, boardName: board.name });
		return Response.json({ ...fetched.signed, verifyKey: fetched.verifyKey });
	} catch (problem) {
		return toProblemResponse(problem);
	}
};

import { requireKioskToken } from '#lib/kiosk/server/kiosk-cookie.ts';
import { pictureOnKiosk } from '#lib/kiosk/server/reads/picture-on-kiosk.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { toPictureResponse } from '../../../../../picture-response.server.ts';
import { contextOfKiosk } from '../../kiosk-context.server.ts';
import { toProblemResponse } from '../../problem-response.server.ts';
import type { RequestHandler } from './$types';

/** A picture that a paired tablet shows; it keeps it itself, for when there is no network. */
export const GET: RequestHandler = async ({ locals, params, cookies }) => {
	try {
		const { context } = await contextOfKiosk(locals, params.board);
		const token = requireKioskToken(cookies, locals.signIn.publicUrl);
		return toPictureResponse(await fetch(context, pictureOnKiosk, { token, hash: params.hash }), false);
	} catch (problem) {
		return toProblemResponse(problem);
	}
};

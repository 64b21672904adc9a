import { pictureOfBoard } from '#lib/pictures/server/reads/picture-of-board.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { toPictureResponse } from '../../../../../picture-response.server.ts';
import type { RequestHandler } from './$types';

/** One of the board's pictures, as whoever chooses them sees it; also of the other forms of a sitting that is tried. */
export const GET: RequestHandler = async ({ locals, params }) => {
	return toPictureResponse(await fetch(locals.context, pictureOfBoard, { hash: params.hash }), true);
};

import { toOpenData } from '#lib/reports/open-data.ts';
import { findPublished, isUnchanged, tagOf } from '../find-published.server.ts';
import type { RequestHandler } from './$types';

/** The same figures for programs. CC0. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
	const found = await findPublished(locals, params);
	const headers = { etag: tagOf(found.publication.hash) };
	if (isUnchanged(request, found)) return new Response(null, { status: 304, headers });
	return Response.json(toOpenData(found.boardCode, found.publication, found.snapshot, found.figures), {
		headers
	});
};

import { toOpenRows } from '#lib/reports/open-data.ts';
import { toCsv } from '#lib/shared/to-csv.ts';
import { toFileResponse } from '../../../../../file-response.server.ts';
import { findPublished, isUnchanged, tagOf } from '../find-published.server.ts';
import type { RequestHandler } from './$types';

/** One figure a row, as Swedish spreadsheets read it. CC0. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
	const found = await findPublished(locals, params);
	const headers = { etag: tagOf(found.publication.hash) };
	if (isUnchanged(request, found)) return new Response(null, { status: 304, headers });
	return toFileResponse(
		toCsv(toOpenRows(found.boardCode, found.publication, found.snapshot, found.figures)),
		`resultat-${found.boardCode}-${found.snapshot.year}.csv`,
		headers
	);
};

import { redirect } from '@sveltejs/kit';
import type { StoredExport } from '#lib/exports/server/queries.ts';
import { exportFile, exportPart } from '#lib/exports/server/reads/export-file.ts';
import type { ExportId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { toFileResponse } from '../../../../file-response.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const order = await findFile(locals.context, params.exportId, url);
	const name = (order.fileName ?? 'genklang.zip') as `${string}.${'xlsx' | 'zip'}`;
	return toFileResponse(streamParts(locals.context, params.exportId), name, {
		'content-length': String(order.fileBytes ?? 0)
	});
};

/** Whoever has not just signed in is sent to do so, and comes back to the file. */
async function findFile(context: Context, exportId: ExportId, url: URL): Promise<StoredExport> {
	try {
		return await fetch(context, exportFile, { exportId });
	} catch (error) {
		if (!(error instanceof Problem) || error.code !== 'fresh-sign-in-required') throw error;
		redirect(303, `/sign-in?again=1&next=${encodeURIComponent(url.pathname)}`);
	}
}

/** A piece at a time, as the receiver asks for them. */
function streamParts(context: Context, exportId: ExportId): ReadableStream<Uint8Array> {
	let number = 0;
	return new ReadableStream({
		async pull(controller) {
			const part = await fetch(context, exportPart, { exportId, number });
			number += 1;
			if (part) controller.enqueue(part);
			else controller.close();
		}
	});
}

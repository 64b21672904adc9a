import { toCsv } from '#lib/shared/to-csv.ts';
import { makeExport } from '../make-export.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
	const { rows, name } = await makeExport(locals, url);
	return new Response(toCsv(rows), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${name}.csv"`
		}
	});
};

import { toXlsx } from '#lib/shared/server/to-xlsx.ts';
import { makeExport } from '../make-export.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
	const { rows, name } = await makeExport(locals, url);
	return new Response(new Uint8Array(await toXlsx(rows)), {
		headers: {
			'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			'content-disposition': `attachment; filename="${name}.xlsx"`
		}
	});
};

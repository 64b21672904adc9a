import { toXlsx } from '#lib/shared/server/to-xlsx.ts';
import { toFileResponse } from '../../../../file-response.server.ts';
import { makeExport } from '../make-export.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
	const { rows, name } = await makeExport(locals, url);
	return toFileResponse(new Uint8Array(await toXlsx(rows)), `${name}.xlsx`);
};

import { pngResponse } from '../../../../chart-response.server.ts';
import { makeChartFile } from '../../chart-file.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) =>
	pngResponse(await makeChartFile(locals, params, url.searchParams));

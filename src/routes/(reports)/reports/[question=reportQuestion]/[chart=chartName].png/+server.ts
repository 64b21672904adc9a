import { rasterise } from '#lib/charts/server/rasterise.ts';
import { fileHeaders, makeChartFile } from '../../chart-file.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { name, svg } = await makeChartFile(locals, params, url.searchParams);
	return new Response(await rasterise(svg), { headers: fileHeaders(`${name}.png`, 'image/png') });
};

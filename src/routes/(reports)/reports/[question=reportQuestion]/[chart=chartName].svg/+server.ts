import { fileHeaders, makeChartFile } from '../../chart-file.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { name, svg } = await makeChartFile(locals, params, url.searchParams);
	return new Response(svg, { headers: fileHeaders(`${name}.svg`, 'image/svg+xml; charset=utf-8') });
};

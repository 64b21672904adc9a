/** A chart as a file to keep: SVG, or the same as PNG. */
import { rasterise } from '#lib/charts/server/rasterise.ts';

export interface ChartFile {
	/** Without its ending. */
	readonly name: string;
	readonly svg: string;
}

/** What was shown now: it is asked for anew each time, and never kept on the way. */
const neverKept = 'no-store';

export function svgResponse({ name, svg }: ChartFile, cacheControl = neverKept): Response {
	return new Response(svg, {
		headers: headersOf(`${name}.svg`, 'image/svg+xml; charset=utf-8', cacheControl)
	});
}

export async function pngResponse({ name, svg }: ChartFile, cacheControl = neverKept): Promise<Response> {
	return new Response(await rasterise(svg), {
		headers: headersOf(`${name}.png`, 'image/png', cacheControl)
	});
}

function headersOf(name: string, type: string, cacheControl: string): Record<string, string> {
	return {
		'content-type': type,
		'content-disposition': `attachment; filename="${name}"`,
		'cache-control': cacheControl
	};
}

/** A chart as a file to keep: SVG, or the same as PNG. */
import { rasterise } from '#lib/charts/server/rasterise.ts';
import { toFileResponse } from './file-response.server.ts';

export interface ChartFile {
	/** Without its ending. */
	readonly name: string;
	readonly svg: string;
}

export function svgResponse({ name, svg }: ChartFile): Response {
	return toFileResponse(svg, `${name}.svg`);
}

export async function pngResponse({ name, svg }: ChartFile): Promise<Response> {
	return toFileResponse(await rasterise(svg), `${name}.png`);
}

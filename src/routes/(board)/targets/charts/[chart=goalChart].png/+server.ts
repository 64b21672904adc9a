import { pngResponse } from '../../../../chart-response.server.ts';
import { makeGoalChartFile } from '../goal-chart-file.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) =>
	pngResponse(await makeGoalChartFile(locals, params.chart, url.searchParams));

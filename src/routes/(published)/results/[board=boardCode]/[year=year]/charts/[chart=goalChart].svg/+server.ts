import { writeSvg } from '#lib/charts/write-svg.ts';
import { m } from '#lib/paraglide/messages.js';
import { Problem } from '#lib/shared/problem.ts';
import { toGoalCharts } from '#lib/targets/ui/goal-charts.ts';
import { listGoalResults } from '#lib/targets/ui/goal-results.ts';
import { toFileResponse } from '../../../../../../file-response.server.ts';
import { findPublished, tagOf } from '../../find-published.server.ts';
import type { RequestHandler } from './$types';

/**
 * One chart of the published picture, for whoever wants to show it. Only as SVG: to draw a PNG takes time, and anybody may
 * ask.
 */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const found = await findPublished(locals, params);
	const [law, name] = [url.searchParams.get('law'), url.searchParams.get('goal')];
	const { boardName, publishedOn, laws } = found.snapshot;
	const picture = laws.find((one) => one.law === law);
	const index = (picture?.table.goals ?? []).findIndex(
		({ target: { instrumentId, item } }) => `${instrumentId}/${item}` === name
	);
	const [goal, wording] = [picture?.table.goals[index], picture?.goals[index]];
	if (!picture || !goal || !wording) throw new Problem('not-found');
	const results = listGoalResults(picture.table.rows, index);
	const chart = toGoalCharts(goal, wording, results, locals.locale).find(({ key }) => key === params.chart);
	if (!chart) throw new Problem('not-found');
	const source = m.report_source({ board: boardName, day: publishedOn });
	return toFileResponse(
		writeSvg(chart.draw('wide'), { ...chart, source }),
		`resultat-${found.boardCode}-${params.chart}.svg`,
		{ etag: tagOf(found.publication.hash) }
	);
};

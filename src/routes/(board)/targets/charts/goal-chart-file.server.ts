/** One chart of a goal as a file: the same control, words and drawing as its page. */
import type { Chart } from '#lib/charts/chart.ts';
import { writeSvg } from '#lib/charts/write-svg.ts';
import { m } from '#lib/paraglide/messages.js';
import { toLocalDate } from '#lib/shared/local-date.ts';
import { Problem } from '#lib/shared/problem.ts';
import { toAnswersChart } from '#lib/targets/ui/answers-chart.ts';
import { toGoalCharts, toTrendChart } from '#lib/targets/ui/goal-charts.ts';
import { listGoalResults } from '#lib/targets/ui/goal-results.ts';
import type { ChartFile } from '../../../chart-response.server.ts';
import { describeVisitor } from '../../../visitor.server.ts';
import { assessTrend } from '../assess-trend.server.ts';
import { assessYear } from '../assess-year.server.ts';
import { parseGoalQuery, parseResultQuery, type GoalQuery } from '../board-query.ts';
import { wordGoal } from '../word-goal.server.ts';

/** The file's text. Throws `not-found` for a chart that the goal does not have. */
export async function makeGoalChartFile(
	locals: App.Locals,
	name: string,
	query: URLSearchParams
): Promise<ChartFile> {
	const isOwn = name === 'years' || name === 'own-answers';
	const chart = await (isOwn ? findOwn : findChart)(locals, name, query);
	if (!chart) throw new Problem('not-found');
	const { boardName } = await describeVisitor(locals);
	const source = m.report_source({ board: boardName, day: toLocalDate(locals.context.now()) });
	return { name: `genklang-${name}`, svg: writeSvg(chart.draw('wide'), { ...chart, source }) };
}

async function findChart(
	locals: App.Locals,
	name: string,
	query: URLSearchParams
): Promise<Chart | undefined> {
	const asked = parseGoalQuery(query);
	if (!asked) throw new Problem('invalid-input');
	const { view } = await assessYear(locals, asked.year, asked.law);
	const index = view.table.goals.findIndex(({ target }) => isGoal(target, asked));
	const [goal, wording] = [view.table.goals[index], view.goals[index]];
	if (!goal || !wording) return undefined;
	const charts = toGoalCharts(goal, wording, listGoalResults(view.table.rows, index), locals.locale);
	return charts.find(({ key }) => key === name);
}

/** A chart of one provider's own: its years, or its answers of the year that is asked for. Says whose it is: a file is alone. */
async function findOwn(locals: App.Locals, name: string, query: URLSearchParams): Promise<Chart | undefined> {
	const asked = parseResultQuery(query);
	if (!asked) throw new Problem('invalid-input');
	const trend = await assessTrend(locals, asked, asked.providerId);
	const current = trend.find(({ target }) => target.year === asked.year);
	if (!current) return undefined;
	const wording = wordGoal(locals, current.target);
	const { answers, provider } = current.result;
	const years = trend.map(({ target, scale, result }) => ({ target, scale, cell: result.cell }));
	const own =
		answers.kind === 'shown' ? toAnswersChart('own-answers', answers.value, wording, asked.year) : null;
	const chart = name === 'years' ? toTrendChart(wording, years, locals.locale) : own;
	return chart ? { ...chart, lead: `${provider.name}. ${chart.lead}` } : undefined;
}

function isGoal(target: GoalQuery, asked: GoalQuery): boolean {
	return target.instrumentId === asked.instrumentId && target.item === asked.item;
}

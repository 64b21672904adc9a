/** The charts of a goal, each as it is shown and fetched: every provider beside the target, the funnel, the answers, the years. */
import { drawCaterpillar } from '#lib/charts/caterpillar-drawing.ts';
import type { Chart } from '#lib/charts/chart.ts';
import { drawFunnel } from '#lib/charts/funnel-drawing.ts';
import { drawTrend } from '#lib/charts/trend-drawing.ts';
import { m } from '#lib/paraglide/messages.js';
import type { NumberLanguage } from '#lib/shared/decimal.ts';
import { countText } from '#lib/shared/ui/count-text.ts';
import type { AssessedGoal } from '../assess-targets.ts';
import { toAnswersChart } from './answers-chart.ts';
import type { BoardGoal } from './board-view.ts';
import { toGoalChart, type GoalResult } from './goal-chart.ts';
import { toGoalFunnel } from './goal-funnel.ts';
import { responseText } from './response-words.ts';
import { toGoalTrend, type JudgedYear } from './goal-trend.ts';

/** Every provider beside the target, the funnel where they are enough for one, and how everybody answered. */
export function toGoalCharts(
	goal: AssessedGoal,
	wording: BoardGoal,
	results: readonly GoalResult[],
	language: NumberLanguage
): readonly Chart[] {
	const funnel = toFunnelChart(goal, wording, results, language);
	const { pooled, target } = goal;
	const answers =
		pooled.kind === 'shown' ? toAnswersChart('answers', pooled.value, wording, target.year) : null;
	return [
		toProviderChart(goal, wording, results, language),
		...(funnel ? [funnel] : []),
		...(answers ? [answers] : [])
	];
}

function toProviderChart(
	goal: AssessedGoal,
	wording: BoardGoal,
	results: readonly GoalResult[],
	language: NumberLanguage
): Chart {
	const { lowest, highest } = goal.scale;
	const judged = results.flatMap(({ cell }) => (cell.kind === 'shown' ? [cell.value] : []));
	const met = judged.filter(({ isMet }) => isMet).length;
	const { input, table, summary } = toGoalChart(goal, results, language);
	const hasIntervals = input.rows.some(({ interval }) => interval !== null);
	const note = m.board_chart_note({
		instrument: wording.instrument,
		version: wording.version,
		year: goal.target.year,
		answers: m.board_answers({ count: judged.reduce((sum, { n }) => sum + n, 0) }),
		skipped: countText(judged.reduce((sum, { itemMissing }) => sum + itemMissing, 0))
	});
	const legend = [
		{ sign: 'filled', text: m.board_met_long() },
		{ sign: 'open', text: m.board_not_met_long() },
		...(hasIntervals ? [{ sign: 'interval', text: m.board_legend_interval() } as const] : [])
	] as const;
	const response = goal.response
		? m.board_chart_response({
				response: responseText(goal.response, language),
				providers: goal.response.providers
			})
		: m.board_chart_response_unknown();
	return {
		key: 'providers',
		title:
			judged.length === 0
				? m.board_goal_finding_none({ goal: wording.name })
				: m.board_goal_finding({ goal: wording.name, met, judged: judged.length }),
		lead: m.board_chart_lead({ lowest, highest }),
		summary,
		note: [note, response, ...(judged.length < results.length ? [m.board_chart_note_hidden()] : [])].join(
			' '
		),
		table,
		draw: (size) => drawCaterpillar({ ...input, legend }, size)
	};
}

function toFunnelChart(
	goal: AssessedGoal,
	wording: BoardGoal,
	results: readonly GoalResult[],
	language: NumberLanguage
): Chart | null {
	const { lowest, highest } = goal.scale;
	const funnel = toGoalFunnel(wording.name, goal, results, language);
	if (!funnel) return null;
	const { input, table, summary, finding, spread } = funnel;
	const words = {
		metText: m.board_met_long(),
		notMetText: m.board_not_met_long(),
		axes: { n: m.board_funnel_axis_n(), mean: m.board_funnel_axis_mean({ lowest, highest }) }
	};
	return {
		key: 'funnel',
		title: finding,
		lead: m.board_funnel_lead(),
		summary,
		note: m.board_funnel_note({
			instrument: wording.instrument,
			version: wording.version,
			year: goal.target.year,
			sd: spread
		}),
		table,
		draw: (size) => drawFunnel({ ...input, ...words }, size)
	};
}

/** One provider's years, each beside its own target. */
export function toTrendChart(
	{ name, instrument }: Pick<BoardGoal, 'name' | 'instrument'>,
	years: readonly JudgedYear[],
	language: NumberLanguage
): Chart {
	const { finding, input, table, summary } = toGoalTrend(name, years, language);
	const words = {
		legend: {
			met: m.board_met_long(),
			notMet: m.board_not_met_long(),
			interval: m.board_legend_interval(),
			target: m.board_legend_target()
		},
		rowNames: { mean: m.board_trend_row_mean(), target: m.board_trend_row_target() }
	};
	return {
		key: 'years',
		title: finding,
		lead: m.board_trend_lead({ lowest: input.lowest, highest: input.highest }),
		summary,
		note: m.board_trend_note({ instrument }),
		table,
		draw: (size) => drawTrend({ ...input, ...words }, size)
	};
}

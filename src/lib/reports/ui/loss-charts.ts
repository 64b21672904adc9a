/** Whom we lose: where everybody went, and whether those lost were like the others. */
import type { Chart, ChartTable } from '#lib/charts/chart.ts';
import { drawCaterpillar } from '#lib/charts/caterpillar-drawing.ts';
import type { CaterpillarRow } from '#lib/charts/caterpillar-geometry.ts';
import type { Paint } from '#lib/charts/drawing.ts';
import { drawFlow } from '#lib/charts/flow-drawing.ts';
import type { CountedShare } from '#lib/outcomes/change-shares.ts';
import type { Shown } from '#lib/outcomes/disclosure/shown.ts';
import { showingLimits } from '#lib/outcomes/showing-limits.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatDecimal } from '#lib/shared/decimal.ts';
import type { CountsFigure, DropOutComparison, DropOutFigure } from '../report-figure.ts';
import {
	cellText,
	hiddenCell,
	intervalText,
	noteOf,
	numberText,
	percent,
	secret,
	shareOf,
	signed,
	type ChartContext
} from './chart-context.ts';
import { countNotes, countTable, sentenceOf } from './count-rows.ts';
import { hiddenTitle } from './count-title.ts';
import { groupWord, groupingWord, valueWord } from './report-words.ts';

const flowPaints: readonly Paint[] = ['step-0', 'hatch', 'step-4', 'step-5'];

export function toFlowChart(figure: CountsFigure, context: ChartContext): Chart {
	const { counts, values } = figure;
	const { labels, language } = context;
	const table = countTable(figure, context);
	const [followed, lost] = counts.all.cells;
	const [up, down] = [countIn(followed), countIn(lost)];
	const start = counts.all.people;
	return {
		key: figure.key,
		title:
			up === null || down === null || up + down === 0
				? hiddenTitle(figure)
				: m.report_flow_title({ share: percent(up / (up + down), language) }),
		lead: '',
		summary: sentenceOf(table),
		note: noteOf(countNotes(figure), context),
		table,
		draw: (size) =>
			drawFlow(
				{
					startText: m.report_flow_start({ n: numberText(start) }),
					startCount: start.kind === 'shown' ? start.value : 0,
					parts: values.map((value, index) => ({
						key: value,
						name: valueWord(figure.names, value, labels),
						count: countIn(counts.all.cells[index]),
						valueText: cellText(counts.all.cells[index] ?? hiddenCell, language),
						paint: flowPaints[index] ?? 'step-5'
					}))
				},
				size
			)
	};
}

function countIn(cell: Shown<CountedShare> | undefined): number | null {
	return cell?.kind === 'shown' ? cell.value.count : null;
}

/** Whether those lost were like those followed up, and how much it could matter for what the figures say. */
export function toDropOutCharts(figure: DropOutFigure, context: ChartContext): Chart[] {
	return [
		...(figure.comparisons.length > 0 ? [toComparisonChart(figure, context)] : []),
		...(figure.bounds ? [toBoundsChart(figure, figure.bounds, context)] : [])
	];
}

function toComparisonChart(figure: DropOutFigure, context: ChartContext): Chart {
	const { comparisons } = figure;
	const { language } = context;
	const pointedOut = comparisons.filter(({ isPointedOut }) => isPointedOut).length;
	const reach = Math.max(0.5, ...comparisons.map(({ difference }) => Math.abs(difference ?? 0)));
	const highest = Math.ceil(reach * 2) / 2;
	const rows = comparisons.map((one, index): CaterpillarRow => ({
		key: `${one.by} ${one.value}`,
		label: nameCompared(one, context),
		mean: one.difference,
		isMet: one.isPointedOut,
		interval: null,
		valueText: signed(one.difference, 2, language),
		countText: '',
		remark: '',
		...(one.by !== 'baseline' && comparisons[index - 1]?.by !== one.by
			? { heading: capitalised(groupingWord(one.by)) }
			: {})
	}));
	const table: ChartTable = {
		head: [m.report_drop_out_compared(), m.report_drop_out_difference(), m.report_drop_out_like()],
		rows: comparisons.map((one) => [
			nameCompared(one, context),
			signed(one.difference, 2, language),
			one.isPointedOut ? m.report_drop_out_unlike() : m.report_drop_out_alike()
		])
	};
	return {
		key: 'drop-out',
		title:
			pointedOut === 0
				? m.report_drop_out_title_alike()
				: m.report_drop_out_title({ count: pointedOut, of: comparisons.length }),
		lead: m.report_drop_out_lead(),
		summary: sentenceOf(table),
		note: noteOf([m.report_drop_out_note(dropOutWords(figure, context))], context),
		table,
		draw: (size) =>
			drawCaterpillar(
				{
					rows,
					lowest: -highest,
					highest,
					target: { at: 0, text: m.report_drop_out_same() },
					tickText: (value) => signed(value, Number.isInteger(value) ? 0 : 1, language),
					legend: [
						{ sign: 'filled', text: m.report_drop_out_unlike() },
						{ sign: 'open', text: m.report_drop_out_alike() }
					]
				},
				size
			)
	};
}

function dropOutWords({ followedUp, lost }: DropOutFigure, { language }: ChartContext) {
	return {
		followed: intervalText(followedUp, language),
		lost: lost.kind === 'shown' ? lost.value.count : secret,
		limit: formatDecimal(showingLimits.differencePointedOut, 1, language)
	};
}

function nameCompared({ by, value }: DropOutComparison, { labels }: ChartContext): string {
	return by === 'baseline' ? m.report_drop_out_baseline() : groupWord(by, value, labels);
}

const capitalised = (text: string): string => text.slice(0, 1).toLocaleUpperCase('sv') + text.slice(1);

/** The share improved as it was seen, with how low and how high it would be had none or all of those lost improved. */
function toBoundsChart(
	figure: DropOutFigure,
	{ pairs, improved }: NonNullable<DropOutFigure['bounds']>,
	context: ChartContext
): Chart {
	const { language } = context;
	const told = improved.kind === 'shown' ? improved.value : null;
	const textOf = (share: number | null | undefined): string =>
		share === null || share === undefined ? secret : percent(share, language);
	const words = { low: textOf(told?.lowest), high: textOf(told?.highest), seen: textOf(told?.observed) };
	const table: ChartTable = {
		head: [m.report_bounds_of(), m.report_bounds_share()],
		rows: [
			[m.report_bounds_lowest(), words.low],
			[m.report_bounds_seen({ pairs }), words.seen],
			[m.report_bounds_highest(), words.high]
		]
	};
	const hasEnds = told !== null && told.lowest !== null && told.highest !== null;
	return {
		key: 'bounds',
		title: told ? m.report_bounds_title(words) : m.report_bounds_title_plain(),
		lead: m.report_bounds_lead_lost(),
		summary: sentenceOf(table),
		note: noteOf(
			[
				m.report_bounds_note({
					share: textOf(shareOf(figure.followedUp)),
					limit: percent(showingLimits.followUpShareForBounds, language)
				})
			],
			context
		),
		table,
		draw: (size) =>
			drawCaterpillar(
				{
					rows: [
						{
							key: 'improved',
							label: m.report_better(),
							mean: told?.observed === undefined || told.observed === null ? null : 100 * told.observed,
							isMet: true,
							interval: hasEnds ? { low: 100 * (told.lowest ?? 0), high: 100 * (told.highest ?? 0) } : null,
							valueText: words.seen,
							countText: '',
							remark: told ? '' : m.report_hidden()
						}
					],
					lowest: 0,
					highest: 100,
					target: null,
					tickText: (value) => percent(value / 100, language),
					legend: [
						{ sign: 'filled', text: m.report_bounds_legend_seen() },
						{ sign: 'interval', text: m.report_bounds_legend_range() }
					]
				},
				size
			)
	};
}

/** Means where two groupings cross, as dots with their intervals on the whole scale. */
import { drawCaterpillar } from '#lib/charts/caterpillar-drawing.ts';
import type { CaterpillarRow } from '#lib/charts/caterpillar-geometry.ts';
import type { Chart, ChartTable } from '#lib/charts/chart.ts';
import type { ShownMean } from '#lib/outcomes/disclosure/disclose-means.ts';
import type { Shown } from '#lib/outcomes/disclosure/shown.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatDecimal, type NumberLanguage } from '#lib/shared/decimal.ts';
import { countText } from '#lib/shared/ui/count-text.ts';
import type { MeansFigure } from '../report-figure.ts';
import { noteOf, numberText, points, secret, signed, type ChartContext } from './chart-context.ts';
import { sentenceOf } from './count-rows.ts';
import { groupingWord, groupWord } from './report-words.ts';

export function toMeansChart(figure: MeansFigure, context: ChartContext): Chart {
	const { means, of } = figure;
	const table = toTable(figure, context);
	const rows = toRows(figure, context);
	const { lowest, highest } = drawnScale(figure, rows);
	const isChange = of === 'change';
	return {
		key: figure.key,
		title: titleOf(figure, context),
		lead: m.report_means_lead({
			scale: context.scale,
			rows: groupingWord(figure.rows),
			columns: groupingWord(figure.columns)
		}),
		summary: sentenceOf(table),
		note: noteOf(
			[
				m.report_means_note({
					n: means.all.kind === 'shown' ? means.all.value.n : secret,
					missing: numberText(figure.missing)
				}),
				...(figure.isOverlapping ? [m.report_note_several()] : []),
				m.report_hidden_long({ symbol: secret }),
				...(isChange ? [m.report_note_regression()] : [])
			],
			context
		),
		table,
		draw: (size) =>
			drawCaterpillar(
				{
					rows,
					lowest,
					highest,
					target: isChange ? { at: 0, text: m.report_means_no_change() } : null,
					tickText: (value) =>
						isChange ? signed(value, 0, context.language) : points0(value, context.language),
					legend: [
						{ sign: 'filled', text: m.report_means_mean() },
						{ sign: 'interval', text: m.report_change_interval() }
					]
				},
				size
			)
	};
}

const points0 = (value: number, language: NumberLanguage): string => formatDecimal(value, 0, language);

function titleOf({ means: { all }, of }: MeansFigure, { language }: ChartContext): string {
	if (all.kind === 'hidden') return m.report_means_title_plain();
	const words = { mean: meanText(all.value.mean, of, language), n: all.value.n };
	if (of === 'before') return m.report_means_title_before(words);
	return of === 'after' ? m.report_means_title_after(words) : m.report_means_title_change(words);
}

function meanText(mean: number, of: MeansFigure['of'], language: NumberLanguage): string {
	return of === 'change' ? signed(mean, 1, language) : points(mean, language);
}

/** Every row's cells under its name, and everybody last. */
function toRows(figure: MeansFigure, { labels, language }: ChartContext): readonly CaterpillarRow[] {
	const { means, columns, columnValues, of } = figure;
	const toRow = (key: string, label: string, cell: Shown<ShownMean> | undefined): CaterpillarRow => {
		const shown = cell?.kind === 'shown' ? cell.value : null;
		const { interval } = shown ?? {};
		return {
			key,
			label,
			mean: shown?.mean ?? null,
			isMet: true,
			interval: interval?.kind === 'interval' ? interval : null,
			valueText: shown ? meanText(shown.mean, of, language) : secret,
			countText: shown ? m.report_means_n({ n: countText(shown.n) }) : '',
			remark: shown ? '' : m.report_hidden()
		};
	};
	return [
		...means.rows.flatMap(({ value, cells }) =>
			columnValues.map((column, index) => ({
				...toRow(`${value} ${column}`, groupWord(columns, column, labels), cells[index]),
				...(index === 0 ? { heading: groupWord(figure.rows, value, labels) } : {})
			}))
		),
		{ ...toRow('all', m.report_everybody(), means.all), heading: m.report_means_together() }
	];
}

/** The whole scale; of a change as far as it reaches either way. */
function drawnScale({ of, scale }: MeansFigure, rows: readonly CaterpillarRow[]) {
	if (of !== 'change') return scale;
	const ends = rows.flatMap(({ mean, interval }) => [mean ?? 0, interval?.low ?? 0, interval?.high ?? 0]);
	const reach = Math.max(2, Math.ceil(Math.max(...ends.map(Math.abs))));
	return { lowest: -reach, highest: reach };
}

function toTable(figure: MeansFigure, { labels, language }: ChartContext): ChartTable {
	const { means, columns, columnValues, of } = figure;
	const text = (cell: Shown<ShownMean> | undefined): string => {
		if (cell?.kind !== 'shown') return secret;
		const { mean, n, interval } = cell.value;
		const words = { mean: meanText(mean, of, language), n };
		if (interval.kind === 'none') return m.report_means_cell(words);
		return m.report_means_cell_interval({
			...words,
			low: meanText(interval.low, of, language),
			high: meanText(interval.high, of, language)
		});
	};
	return {
		head: [
			m.report_table_group(),
			...columnValues.map((value) => groupWord(columns, value, labels)),
			m.report_everybody()
		],
		rows: [
			...means.rows.map(({ value, cells, all }) => [
				groupWord(figure.rows, value, labels),
				...cells.map(text),
				text(all)
			]),
			[m.report_everybody(), ...means.columns.map(text), text(means.all)]
		]
	};
}

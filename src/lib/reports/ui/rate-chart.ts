/** How many per 1 000 inhabitants, with its interval. */
import { drawBars } from '#lib/charts/bars-drawing.ts';
import type { Chart, ChartTable } from '#lib/charts/chart.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatDecimal } from '#lib/shared/decimal.ts';
import type { RateFigure } from '../report-figure.ts';
import { noteOf, secret, type ChartContext } from './chart-context.ts';
import { sentenceOf } from './count-rows.ts';

export function toRateChart({ told, population }: RateFigure, context: ChartContext): Chart {
	const { language } = context;
	const shown = told.kind === 'shown' ? told.value : null;
	const of = (value: number): string => formatDecimal(value, 1, language);
	const people = population.toLocaleString(language);
	const persons = shown ? String(shown.persons) : secret;
	const table: ChartTable = {
		head: [m.report_table_group(), m.report_table_n()],
		rows: [
			[m.report_rate_persons(), persons],
			[m.report_rate_population(), people],
			[m.report_rate_rate(), shown ? of(shown.rate) : secret],
			[
				m.report_change_interval(),
				shown ? m.report_from_to({ low: of(shown.low), high: of(shown.high) }) : secret
			]
		]
	};
	const highest = Math.max(1, Math.ceil(shown?.high ?? 1));
	return {
		key: 'rate',
		title: shown ? m.report_rate_title({ rate: of(shown.rate) }) : m.report_rate_title_hidden(),
		lead: m.report_rate_lead({ persons, population: people }),
		summary: sentenceOf(table),
		note: noteOf(
			[
				m.report_rate_note(),
				...(shown ? [m.report_note_whisker()] : [m.report_hidden_long({ symbol: secret })])
			],
			context
		),
		table,
		draw: (size) =>
			drawBars(
				{
					bars: [
						{
							key: 'rate',
							label: m.report_rate_rate(),
							value: shown?.rate ?? null,
							interval: shown ? { low: shown.low, high: shown.high } : null,
							valueText: shown ? of(shown.rate) : m.report_hidden()
						}
					],
					highest,
					lowestText: '0',
					highestText: String(highest)
				},
				size
			)
	};
}

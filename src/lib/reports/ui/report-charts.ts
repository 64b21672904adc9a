/** Figures as charts: a title that says the finding, a sentence, what it rests on, the same numbers as a table, a drawing. */
import type { Chart } from '#lib/charts/chart.ts';
import type { ReportFigure } from '../report-figure.ts';
import { toBarChart } from './bar-chart.ts';
import { toShareChart, toSlopeChart } from './change-charts.ts';
import type { ChartContext } from './chart-context.ts';
import { toCourseCharts } from './course-chart.ts';
import { toDurationChart } from './duration-chart.ts';
import { toDropOutCharts, toFlowChart } from './loss-charts.ts';
import { needsBars, toGroupedBarChart } from './grouped-bar-chart.ts';
import { toRateChart } from './rate-chart.ts';
import { toMeansChart } from './means-chart.ts';
import { toBandChart, toStackChart } from './stack-chart.ts';

/** The charts of a report's figures, in order. A change gives two: better and worse, and the means. */
export function toCharts(figures: readonly ReportFigure[], context: ChartContext): readonly Chart[] {
	return figures.flatMap((figure): Chart[] => {
		switch (figure.kind) {
			case 'change':
				return [toShareChart(figure, context), toSlopeChart(figure, context)];
			case 'durations':
				return [toDurationChart(figure, context)];
			case 'course':
				return toCourseCharts(figure, context);
			case 'rate':
				return [toRateChart(figure, context)];
			case 'means':
				return [toMeansChart(figure, context)];
			case 'drop-out':
				return toDropOutCharts(figure, context);
			case 'counts':
				if (figure.key === 'bands') return [toBandChart(figure, context)];
				if (figure.drawn === 'flow') return [toFlowChart(figure, context)];
				if (figure.drawn === 'stack' && needsBars(figure)) return [toGroupedBarChart(figure, context)];
				return [figure.drawn === 'stack' ? toStackChart(figure, context) : toBarChart(figure, context)];
		}
	});
}

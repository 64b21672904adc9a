/** One chart of a report as a file, with who made it and what it rests on. */
import { writeSvg } from '#lib/charts/write-svg.ts';
import { m } from '#lib/paraglide/messages.js';
import { Problem } from '#lib/shared/problem.ts';
import type { ChartFile } from '../../chart-response.server.ts';
import { describeVisitor } from '../../visitor.server.ts';
import { chartsOf, openReport } from './open-report.server.ts';

/** The file's text. Throws `not-found` for a chart that the report does not have. */
export async function makeChartFile(
	locals: App.Locals,
	{ question, chart: wanted }: { readonly question: string; readonly chart: string },
	query: URLSearchParams
): Promise<ChartFile> {
	const opened = await openReport(locals, question, query);
	const chart = chartsOf(opened, locals.locale).find(({ key }) => key === wanted);
	if (!chart) throw new Problem('not-found');
	const { boardName } = await describeVisitor(locals);
	const { title, lead, note, summary } = chart;
	const source = m.report_source({ board: boardName, day: opened.report.seenOn });
	return {
		name: `genklang-${question}-${wanted}`,
		svg: writeSvg(chart.draw('wide'), { title, lead, note, summary, source })
	};
}

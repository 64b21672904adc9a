/** A report as its page and its files show it: the same reading of the address, the same control, the same charts. */
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { answerQuestion, type AnsweredReport } from '#lib/reports/answer-question.ts';
import { findQuestion } from '#lib/reports/find-question.ts';
import { listQuestionWords } from '#lib/reports/list-code-labels.ts';
import { opinionInstrument, variablesInstrument } from '#lib/reports/material.ts';
import {
	parseReportFilter,
	reportFilterKeys,
	writeReportFilter,
	type ReportFilter
} from '#lib/reports/report-filter.ts';
import { reportGroupings, type ReportGrouping } from '#lib/reports/report-groups.ts';
import { reportMaterial } from '#lib/reports/server/reads/report-material.ts';
import { toCharts, type ChartContext } from '#lib/reports/ui/report-charts.ts';
import { requireKnownQuery } from '#lib/shared/known-query.ts';
import { Problem } from '#lib/shared/problem.ts';
import { fetch } from '#lib/shared/server/read.ts';

/** What a report's address can say besides its filter. */
const moreKeys = ['by', 'measure'] as const;

export interface OpenedReport {
	readonly report: AnsweredReport;
	readonly filter: ReportFilter;
	readonly by: ReportGrouping | null;
	/** The address's query, in one order: the same report always has the same. */
	readonly query: string;
	readonly words: Omit<ChartContext, 'question' | 'period' | 'language'>;
	/** By measure key: the form's and the scale's name. */
	readonly measureNames: Readonly<Record<string, string>>;
}

/** Reads the address, counts and discloses. Throws for what the address cannot say. */
export async function openReport(
	{ context, locale }: App.Locals,
	questionId: string,
	query: URLSearchParams
): Promise<OpenedReport> {
	requireKnownQuery(query, [...reportFilterKeys, ...moreKeys, '/save']);
	const question = findQuestion(questionId);
	const filter = parseReportFilter(query);
	const by = query.get('by') || null;
	const grouping = reportGroupings.find((one) => one === by) ?? null;
	if (!question) throw new Problem('not-found');
	if (!filter || grouping !== by) throw new Problem('invalid-input', { what: 'query' });
	const measure = query.get('measure') || null;
	const written = writeReportFilter(filter);
	if (grouping) written.set('by', grouping);
	if (measure) written.set('measure', measure);
	const find = (id: string) => findInstrument(context.catalogue, id);
	const material = await fetch(context, reportMaterial, { asked: `${question.id}?${written.toString()}` });
	const report = answerQuestion(material, question, { filter, by: grouping, measure }, find);
	const { instrument } = report.footing;
	const nameOf = (id: string): string => {
		const found = find(id);
		return textIn(found?.shortTitle ?? found?.title ?? null, locale) ?? id;
	};
	const scaleName = (instrumentId: string, scale: string): string =>
		textIn(find(instrumentId)?.scales.find(({ name }) => name === scale)?.title ?? null, locale) ?? scale;
	const measureName = ({ instrumentId, scale }: { instrumentId: string; scale: string }): string =>
		`${nameOf(instrumentId)}, ${scaleName(instrumentId, scale).toLocaleLowerCase(locale)}`;
	const asked = [variablesInstrument, opinionInstrument].flatMap((id) => find(id) ?? []);
	return {
		report,
		filter,
		by: grouping,
		query: written.toString(),
		words: {
			instrument: instrument ? { name: nameOf(instrument.id), version: instrument.version } : null,
			scale: report.measure ? measureName(report.measure) : '',
			...listQuestionWords(asked, locale)
		},
		measureNames: Object.fromEntries(report.choices.measures.map((one) => [one.key, measureName(one)]))
	};
}

/** The report's charts, for a file of one of them. */
export function chartsOf({ report, words }: OpenedReport, language: 'sv' | 'en') {
	const { question, footing, figures } = report;
	return toCharts(figures, { question, period: footing.period, language, ...words });
}

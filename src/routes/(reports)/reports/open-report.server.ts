/** A report as its page and its files show it: the same reading of the address, the same control, the same charts. */
import { mayAct } from '#lib/access/permissions.ts';
import { findInstrument } from '#lib/instruments/server/catalogue.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { answerQuestion, type AnsweredReport } from '#lib/reports/answer-question.ts';
import { crosstabKeys, parseCrosstab, type Crosstab } from '#lib/reports/crosstab.ts';
import { crosstabQuestion, findQuestion } from '#lib/reports/find-question.ts';
import { listQuestionWords } from '#lib/reports/list-code-labels.ts';
import { opinionInstrument, variablesInstrument } from '#lib/reports/material.ts';
import { parsePopulation } from '#lib/reports/rate-figure.ts';
import { writeReportQuery } from '#lib/reports/report-address.ts';
import { parseReportFilter, reportFilterKeys, type ReportFilter } from '#lib/reports/report-filter.ts';
import { commonGroupings, type ReportQuestion } from '#lib/reports/report-questions.ts';
import type { ReportGrouping } from '#lib/reports/report-groups.ts';
import { reportMaterial } from '#lib/reports/server/reads/report-material.ts';
import type { ChartContext } from '#lib/reports/ui/chart-context.ts';
import { toCharts } from '#lib/reports/ui/report-charts.ts';
import { requireKnownQuery } from '#lib/shared/known-query.ts';
import { Problem } from '#lib/shared/problem.ts';
import { hashToken } from '#lib/shared/server/hash-token.ts';
import { fetch } from '#lib/shared/server/read.ts';

/** What a report's address can say besides its filter. */
const moreKeys = ['by', 'measure'] as const;

export interface OpenedReport {
	readonly report: AnsweredReport;
	readonly filter: ReportFilter;
	readonly by: ReportGrouping | null;
	readonly crosstab: Crosstab | null;
	/** Inhabitants, as it was written. */
	readonly population: number | null;
	/** The address's query, in one order: the same report always has the same. */
	readonly query: string;
	readonly words: Omit<ChartContext, 'question' | 'period' | 'language'>;
	/** By measure key: the form's and the scale's name. */
	readonly measureNames: Readonly<Record<string, string>>;
}

interface Address extends Pick<OpenedReport, 'filter' | 'by' | 'crosstab' | 'population' | 'query'> {
	readonly question: ReportQuestion;
	readonly measure: string | null;
	readonly written: URLSearchParams;
}

/** What the address asks for. Throws for what it cannot say, and a cross-table to whoever may not make one. */
export function readAddress({ actor }: App.Locals, questionId: string, query: URLSearchParams): Address {
	const isCrosstab = questionId === crosstabQuestion.id;
	const isRate = findQuestion(questionId)?.measure === 'rate';
	requireKnownQuery(query, [
		...reportFilterKeys,
		...moreKeys,
		...(isCrosstab ? crosstabKeys : []),
		...(isRate ? ['population'] : []),
		'/save'
	]);
	if (isCrosstab && !mayAct(actor, 'result:explore')) throw new Problem('not-permitted');
	const question = findQuestion(questionId);
	const filter = parseReportFilter(query);
	const wanted = query.get('by') || null;
	const by = commonGroupings.find((one) => one === wanted) ?? null;
	if (!question) throw new Problem('not-found');
	const crosstab = isCrosstab ? parseCrosstab(query) : null;
	const population = isRate ? parsePopulation(query.get('population')) : null;
	if (!filter || by !== wanted || (isCrosstab && !crosstab) || population === undefined) {
		throw new Problem('invalid-input', { what: 'query' });
	}
	const measure = query.get('measure') || null;
	const written = writeReportQuery({ filter, by, measure, crosstab, population });
	return { question, filter, by, crosstab, population, measure, written, query: written.toString() };
}

/** Reads the address, counts and discloses. */
export async function openReport(
	locals: App.Locals,
	questionId: string,
	asked: URLSearchParams
): Promise<OpenedReport> {
	const { context, locale } = locals;
	const address = readAddress(locals, questionId, asked);
	const { question, filter, by, crosstab, population, measure, written, query } = address;
	const find = (id: string) => findInstrument(context.catalogue, id);
	const material = await fetch(context, reportMaterial, { asked: `${question.id}?${forLog(written)}` });
	const report = answerQuestion(material, question, { filter, by, measure, crosstab, population }, find);
	const { instrument } = report.footing;
	const nameOf = (id: string): string => {
		const found = find(id);
		return textIn(found?.shortTitle ?? found?.title ?? null, locale) ?? id;
	};
	const scaleName = (instrumentId: string, scale: string): string =>
		textIn(find(instrumentId)?.scales.find(({ name }) => name === scale)?.title ?? null, locale) ?? scale;
	const measureName = ({ instrumentId, scale }: { instrumentId: string; scale: string }): string =>
		`${nameOf(instrumentId)}, ${scaleName(instrumentId, scale).toLocaleLowerCase(locale)}`;
	const forms = [variablesInstrument, opinionInstrument].flatMap((id) => find(id) ?? []);
	return {
		report,
		filter,
		by,
		crosstab,
		population,
		query,
		words: {
			instrument: instrument ? { name: nameOf(instrument.id), version: instrument.version } : null,
			scale: report.measure ? measureName(report.measure) : '',
			...listQuestionWords(forms, locale)
		},
		measureNames: Object.fromEntries(report.choices.measures.map((one) => [one.key, measureName(one)]))
	};
}

/**
 * The query as the access log may have it: interventions are named by staff, and no words of theirs go there. A hash tells
 * one from another.
 */
function forLog(query: URLSearchParams): string {
	const logged = new URLSearchParams(query);
	const name = logged.get('intervention');
	if (name !== null) logged.set('intervention', hashToken(name).slice(0, 8));
	return logged.toString();
}

/** The report's charts, for a file of one of them. */
export function chartsOf({ report, words }: OpenedReport, language: 'sv' | 'en') {
	const { question, footing, figures } = report;
	return toCharts(figures, { question, period: footing.period, language, ...words });
}

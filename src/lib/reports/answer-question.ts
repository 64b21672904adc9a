/**
 * One ready question answered from the cases within reach: the control that every report passes. What comes out holds
 * nothing that is hidden, and every figure says what it rests on.
 */
import { isSensitive } from '#lib/instruments/is-sensitive.ts';
import type { Instrument, Scale } from '#lib/instruments/instrument.ts';
import { findDisclosureRule, type DisclosureRule } from '#lib/outcomes/disclosure/disclosure-rules.ts';
import type { Withheld } from '#lib/outcomes/disclosure/withheld.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { listCoarserChoices, type CoarserAsked, type CoarserChoice } from './coarser-choices.ts';
import { meanOf, type Crosstab } from './crosstab.ts';
import type { FigureFooting } from './figure-footing.ts';
import { crosstabQuestion } from './find-question.ts';
import { makeFigures } from './make-figures.ts';
import type { ReportFigure } from './report-figure.ts';
import { opinionInstrument, variablesInstrument, type Material } from './material.ts';
import { listMeasures, type MeasureChoice } from './measure-choices.ts';
import {
	filterCases,
	listFilterChoices,
	periodDays,
	type FilterChoices,
	type ReportFilter
} from './report-filter.ts';
import { orderOf, type ReportGrouping } from './report-groups.ts';
import type { ReportQuestion, ReportVariable } from './report-questions.ts';
import { listKnownVariables } from './known-variables.ts';

export interface ReportAsked {
	readonly filter: ReportFilter;
	/** What the figure is divided by; null = nothing. */
	readonly by: ReportGrouping | null;
	/** Instrument and scale of a before-and-after figure, "audit/total"; null = what most have. */
	readonly measure: string | null;
	/** The rows and columns of a cross-table that somebody has made up. */
	readonly crosstab?: Crosstab | null;
	/** Inhabitants, for figures per 1 000. */
	readonly population?: number | null;
}

export interface ReportChoices extends FilterChoices {
	readonly measures: readonly MeasureChoice[];
	readonly concerns: readonly string[];
	readonly reasons: readonly string[];
}

export interface AnsweredReport {
	readonly question: ReportQuestion;
	readonly choices: ReportChoices;
	/** The measure that was used, where there is one. */
	readonly measure: MeasureChoice | null;
	/** What the question needs and nobody has registered; then there are no figures. */
	readonly missing: readonly ReportVariable[];
	readonly footing: Omit<FigureFooting, 'n' | 'missing'>;
	readonly figures: readonly ReportFigure[];
	/** What would show more, where most of a cross-table is hidden; null where it is not. */
	readonly coarser: readonly CoarserChoice[] | null;
	/** The smallest group that is shown. */
	readonly smallestGroup: number;
	readonly seenOn: LocalDate;
}

/** What the questions need from the catalogue. */
export type FindInstrument = (id: string) => Instrument | null;

/** Answers the question. The same material, question and filter always give the same report. */
export function answerQuestion(
	withheld: Withheld<Material>,
	question: ReportQuestion,
	asked: ReportAsked,
	findInstrument: FindInstrument
): AnsweredReport {
	const material = withheld.openForControl();
	const cases = filterCases(material, asked.filter);
	const measures = listMeasures(material.cases, findInstrument);
	const measure = chooseMeasure(measures, listMeasures(cases, findInstrument), asked.measure);
	const known = listKnownVariables(material.cases);
	const missing = question.needs.filter((variable) => !known.has(variable));
	const isOfScale = usesScale(question, asked.crosstab ?? null);
	const instrument = findInstrumentOf(question, isOfScale ? measure : null, findInstrument);
	const rule = findRule(question, instrument);
	const scale = findScale(measure, findInstrument);
	const opinion = findInstrument(opinionInstrument);
	const figuresOf = ({ filter, crosstab }: CoarserAsked): readonly ReportFigure[] =>
		makeFigures({
			question,
			cases: filterCases(material, filter),
			by: asked.by,
			crosstab,
			population: asked.population ?? null,
			rule,
			seenOn: material.seenOn,
			measure: scale,
			opinion
		});
	const own = { filter: asked.filter, crosstab: asked.crosstab ?? null };
	const figures = missing.length > 0 ? [] : figuresOf(own);
	const isTable = question.measure === 'cross-table';
	return {
		question,
		choices: {
			...listFilterChoices(material),
			measures,
			concerns: orderOf(material.cases, 'concern'),
			reasons: orderOf(material.cases, 'referral-reason')
		},
		measure,
		missing,
		footing: {
			counted: question.counted,
			period: periodDays(asked.filter, material),
			instrument: instrument ? { id: instrument.id, version: instrument.version } : null
		},
		figures,
		coarser: isTable ? listCoarserChoices(own, figures, figuresOf) : null,
		smallestGroup: rule.smallestGroup,
		seenOn: material.seenOn
	};
}

function chooseMeasure(
	all: readonly MeasureChoice[],
	here: readonly MeasureChoice[],
	wanted: string | null
): MeasureChoice | null {
	return all.find(({ key }) => key === wanted) ?? here[0] ?? all[0] ?? null;
}

export interface ChosenScale extends MeasureChoice {
	readonly instrument: Instrument;
	readonly scaleOf: Scale;
}

function findScale(measure: MeasureChoice | null, findInstrument: FindInstrument): ChosenScale | null {
	const instrument = measure && findInstrument(measure.instrumentId);
	const scaleOf = instrument?.scales.find(({ name }) => name === measure?.scale);
	return measure && instrument && scaleOf ? { ...measure, instrument, scaleOf } : null;
}

/** Whether the figures are of scores on a scale. */
function usesScale({ measure: kind }: ReportQuestion, crosstab: Crosstab | null): boolean {
	return kind === 'before-after' || kind === 'loss' || (crosstab !== null && meanOf(crosstab) !== null);
}

function findInstrumentOf(
	{ id, measure: kind, needs }: ReportQuestion,
	scale: MeasureChoice | null,
	findInstrument: FindInstrument
): Instrument | null {
	if (scale) return findInstrument(scale.instrumentId);
	if (kind === 'answers') return findInstrument(opinionInstrument);
	const isFromVariables =
		id === crosstabQuestion.id || needs.some((variable) => fromVariables.includes(variable));
	return isFromVariables ? findInstrument(variablesInstrument) : null;
}

const fromVariables: readonly ReportVariable[] = [
	'concern',
	'referral-reason',
	'ending-reason',
	'judged-goal',
	'has-joint-plan',
	'needs-joint-plan'
];

/** A report of a form that tells of abuse, violence or health has the stricter rule; what is not said to be otherwise too. */
function findRule({ needs, id }: ReportQuestion, instrument: Instrument | null): DisclosureRule {
	const tellsProblem =
		needs.includes('concern') || needs.includes('referral-reason') || id === crosstabQuestion.id;
	const isScale = instrument !== null && instrument.id !== variablesInstrument;
	return findDisclosureRule({
		audience: 'unit',
		isSensitive: tellsProblem || (isScale && isSensitive(instrument))
	});
}

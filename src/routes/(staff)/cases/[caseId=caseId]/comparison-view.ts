/** From a case's scored answers to what the case page shows: one comparison per instrument and respondent. */
import type { ComparisonView, MeasurementView, ScaleView } from '#lib/cases/ui/comparison.ts';
import type { Client, Intervention } from '#lib/cases/case.ts';
import type { CaseResponse } from '#lib/collection/administration.ts';
import type { Instrument, Scale } from '#lib/instruments/instrument.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { choosePair, type Pair } from '#lib/outcomes/choose-pair.ts';
import { describeChange, type ClientChange } from '#lib/outcomes/describe-change.ts';
import { inTimeOrder } from '#lib/outcomes/in-time-order.ts';
import { recallDays } from '#lib/outcomes/recall-days.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ScaleScore } from '#lib/scoring/score.ts';
import type { ResponseId } from '#lib/shared/ids.ts';
import { helpLabel, occasionLabel, respondentLabel } from '../../../labels.ts';
import { describeBandSources, describeUnknown } from './band-words.ts';
import { describeChangeInWords } from './change-words.ts';
import { pointsText } from '../../../number-words.ts';
import { toScaleChart } from './scale-chart.ts';
import { rangeWords, scoreNotes, whyNoScore } from './score-words.ts';
import type { ScoredResponse } from './scored-response.ts';

interface ComparisonContext {
	readonly findInstrument: (id: string, version: string) => Instrument | null;
	readonly client: Pick<Client, 'sex' | 'birthYear'>;
	readonly language: 'sv' | 'en';
	/** Drawn under the curves; left out where there is none to draw. */
	readonly interventions?: readonly Pick<Intervention, 'id' | 'name' | 'startedOn' | 'endedOn'>[];
}

/** The comparisons, the instrument answered most lately first. Restricted answers are in none of them. */
export function toComparisons(
	scored: readonly ScoredResponse[],
	context: ComparisonContext
): ComparisonView[] {
	const usable = scored.filter(({ isRestricted }) => !isRestricted);
	const groups = Map.groupBy(usable, ({ response }) => `${response.instrumentId} ${response.respondent}`);
	const latest = (group: readonly ScoredResponse[]) =>
		group
			.map(({ response }) => response.answeredOn)
			.sort()
			.at(-1);
	return [...groups]
		.sort(([, one], [, other]) => (latest(other) ?? '').localeCompare(latest(one) ?? ''))
		.map(([key, group]) => {
			const inOrder = sortInTime(group);
			const pair = choosePair(inOrder.map((entry) => ({ ...entry, ...entry.response })));
			return toComparison(key, inOrder, pair, context);
		});
}

/** One response, the one before it by the same respondent with the same instrument, and all of those. */
export interface Result {
	readonly now: ScoredResponse;
	/** Null when it is the first. */
	readonly before: ScoredResponse | null;
	readonly all: readonly ScoredResponse[];
}

/** The response among those it can be compared with; null when it may not be used. */
export function findResult(scored: readonly ScoredResponse[], responseId: ResponseId): Result | null {
	const usable = scored.filter(({ isRestricted }) => !isRestricted);
	const now = usable.find(({ response }) => response.id === responseId);
	if (!now) return null;
	const { instrumentId, respondent } = now.response;
	const all = sortInTime(
		usable.filter(
			({ response }) => response.instrumentId === instrumentId && response.respondent === respondent
		)
	);
	return { now, before: all[all.indexOf(now) - 1] ?? null, all };
}

/** One response against the one before it, and all of them as a curve. */
export function toResultComparison({ now, before, all }: Result, context: ComparisonContext): ComparisonView {
	const toEntry = (entry: ScoredResponse): Entry => ({ ...entry, ...entry.response });
	const pair = before && { before: toEntry(before), after: toEntry(now) };
	return { ...toComparison('result', all, pair, context, now), pairNote: null };
}

function sortInTime(group: readonly ScoredResponse[]): readonly ScoredResponse[] {
	return group.toSorted((one, other) => inTimeOrder(one.response, other.response));
}

/** `alone` is the one shown when there is no pair: the latest when not said. */
function toComparison(
	key: string,
	group: readonly ScoredResponse[],
	pair: Pair<Entry> | null,
	context: ComparisonContext,
	alone: ScoredResponse | undefined = group.at(-1)
): ComparisonView {
	const { findInstrument, language } = context;
	const last = (pair?.after ?? alone)?.response;
	const instrument = last ? findInstrument(last.instrumentId, last.instrumentVersion) : null;
	const shown = pair ? [pair.before, pair.after] : alone ? [alone] : [];
	const scales = (instrument?.scales ?? []).map((scale) => ({
		scale,
		view: toScaleView(scale, shown, group, context),
		change: pair ? compare(scale, pair, instrument) : null
	}));
	const views = scales.map(({ scale, view, change }) => ({
		...view,
		change: change ? describeChangeInWords(change, scale) : null
	}));
	const main = views.find(({ name }) => name === 'total') ?? (views.length === 1 ? (views[0] ?? null) : null);
	return {
		key: key.replace(/[^a-z0-9-]/gu, '-'),
		title: textIn(instrument?.shortTitle ?? null, language) ?? last?.instrumentId ?? '',
		respondent: last ? respondentLabel(last.respondent) : '',
		main,
		others: views.filter((view) => view !== main),
		range: main ? null : commonRange(views),
		attentions: group.flatMap(({ response, risks }) =>
			(risks ?? []).map((risk) => ({
				href: `${responseHref(response)}#${risk.item}`,
				text: `${occasionLabel(response.occasion)} ${response.answeredOn}: ${textIn(risk.text, language) ?? ''}`
			}))
		),
		pairNote: pair && group.length > 2 ? pairWords(pair) : null,
		warnings: recallWarnings(
			instrument,
			scales.flatMap(({ change }) => change ?? []),
			language
		),
		answers: group.map(({ response }) => ({
			href: responseHref(response),
			label: `${occasionLabel(response.occasion)} ${response.answeredOn}`
		}))
	};
}

/** The restricted answers, with the way to them: they are left out, and that is said. */
export function toLeftOut(
	scored: readonly ScoredResponse[],
	{ findInstrument, language }: Pick<ComparisonContext, 'findInstrument' | 'language'>
): { readonly href: string; readonly label: string }[] {
	return scored
		.filter(({ isRestricted }) => isRestricted)
		.map(({ response }) => {
			const instrument = findInstrument(response.instrumentId, response.instrumentVersion);
			const name = textIn(instrument?.shortTitle ?? null, language) ?? response.instrumentId;
			const occasion = occasionLabel(response.occasion).toLocaleLowerCase('sv');
			return { href: responseHref(response), label: `${name}, ${occasion} ${response.answeredOn}` };
		});
}

function commonRange(views: readonly Pick<ScaleView, 'range'>[]): string | null {
	const ranges = new Set(views.map(({ range }) => range));
	return ranges.size === 1 ? ([...ranges][0] ?? null) : null;
}

type Entry = ScoredResponse & Omit<CaseResponse, 'answers'>;

function compare(
	scale: Scale,
	{ before, after }: { before: Entry; after: Entry },
	instrument: Instrument | null
): ClientChange | null {
	const [first, second] = [before.scores[scale.name], after.scores[scale.name]];
	if (!instrument || !first || !second) return null;
	return describeChange({
		before: { ...before.response, score: first },
		after: { ...after.response, score: second },
		scale,
		recallDays: recallDays(instrument, scale)
	});
}

function toScaleView(
	scale: Scale,
	shown: readonly ScoredResponse[],
	all: readonly ScoredResponse[],
	context: ComparisonContext
): Omit<ScaleView, 'change'> {
	const { language } = context;
	const scores = shown.flatMap(({ scores }) => scores[scale.name] ?? []);
	return {
		name: scale.name,
		title: textIn(scale.title, language) ?? scale.name,
		range: rangeWords(scale),
		measurements: shown.map(({ response, scores }) => toMeasurement(response, scores[scale.name], scale)),
		bandSources: describeBandSources(scale, scores, language),
		bandsUnknownBecause: describeUnknown(scores),
		chart:
			all.length < 2
				? null
				: toScaleChart(scale, all, { ...context, interventions: context.interventions ?? [] })
	};
}

function toMeasurement(
	response: ScoredResponse['response'],
	score: ScaleScore | undefined,
	scale: Scale
): MeasurementView {
	return {
		href: responseHref(response),
		occasion: occasionLabel(response.occasion),
		date: response.answeredOn,
		who: m.staff_compare_who_answered({
			respondent: respondentLabel(response.respondent),
			help: helpLabel(response.help).toLocaleLowerCase('sv')
		}),
		score: typeof score?.score === 'number' ? pointsText(score.score) : null,
		outOf: m.staff_compare_out_of({ highest: pointsText(scale.highest) }),
		noScore: score ? whyNoScore(score) : m.staff_compare_no_score_unscored(),
		notes: score ? scoreNotes(score) : []
	};
}

function pairWords({ before, after }: { before: Entry; after: Entry }): string {
	const describe = ({ occasion, answeredOn }: Entry) =>
		`${occasionLabel(occasion).toLocaleLowerCase('sv')} ${answeredOn}`;
	return m.staff_compare_choose_pair({ first: describe(before), second: describe(after) });
}

/** One warning although several scales ask about the same time. */
function recallWarnings(
	instrument: Instrument | null,
	changes: readonly ClientChange[],
	language: 'sv' | 'en'
): string[] {
	const overlap = changes.find((change) => change.overlapsRecall !== null);
	if (!overlap || !instrument) return [];
	const recall = textIn(instrument.recall?.label ?? null, language);
	const words =
		recall?.toLocaleLowerCase('sv') ??
		m.staff_compare_recall_days({ days: overlap.overlapsRecall?.recallDays ?? 0 });
	return [m.staff_compare_recall_warning({ recall: words, days: overlap.daysBetween })];
}

function responseHref({ caseId, id }: Pick<CaseResponse, 'caseId' | 'id'>): string {
	return `/cases/${caseId}/responses/${id}`;
}

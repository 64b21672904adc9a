/** One scale's measurements over time, made ready for the chart: points, zones of the client's own limits, table. */
import type { Client, Intervention } from '#lib/cases/case.ts';
import type { ScaleChart } from '#lib/cases/ui/comparison.ts';
import type { ChangePhase, ChangePoint, ChangeZone } from '#lib/charts/change-geometry.ts';
import { toPersonFacts } from '#lib/collection/person-facts.ts';
import type { Instrument, Scale } from '#lib/instruments/instrument.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { listZones } from '#lib/outcomes/list-zones.ts';
import { m } from '#lib/paraglide/messages.js';
import type { PersonFacts } from '#lib/scoring/score.ts';
import { daysBetween, type LocalDate } from '#lib/shared/local-date.ts';
import { occasionLabel } from '../../../labels.ts';
import { personWords } from '../../../person-words.ts';
import { capitalise, pointsText } from '../../../number-words.ts';
import type { ScoredResponse } from './scored-response.ts';

interface Context {
	readonly findInstrument: (id: string, version: string) => Instrument | null;
	readonly client: Pick<Client, 'sex' | 'birthYear'>;
	readonly language: 'sv' | 'en';
	/** What went on while it was measured. */
	readonly interventions: readonly Pick<Intervention, 'id' | 'name' | 'startedOn' | 'endedOn'>[];
}

/** The chart of at least two measurements, in order of time. */
export function toScaleChart(
	scale: Scale,
	measured: readonly ScoredResponse[],
	{ findInstrument, client, language, interventions }: Context
): ScaleChart | null {
	const first = measured[0]?.response;
	const last = measured.at(-1)?.response;
	if (!first || !last) return null;
	const points = measured.map((entry) => toPoint(entry, scale, first.answeredOn));
	const title = textIn(scale.title, language) ?? scale.name;
	const instrument = findInstrument(last.instrumentId, last.instrumentVersion);
	const direction =
		scale.direction === 'lower-better' ? m.staff_compare_lower_better() : m.staff_compare_higher_better();
	return {
		title: chartTitle(points, title),
		lead: m.staff_chart_lead({
			direction,
			lowest: pointsText(scale.lowest),
			highest: pointsText(scale.highest)
		}),
		summary: [
			m.staff_chart_summary({ scale: title, values: points.map(pointWords).join(', ') }),
			...interventions.flatMap(phaseWords)
		].join(' '),
		note: m.staff_chart_note({
			measurements: m.staff_chart_note_measurements({ count: points.length }),
			from: first.answeredOn,
			to: last.answeredOn,
			instrument: textIn(instrument?.shortTitle ?? null, language) ?? last.instrumentId,
			version: last.instrumentVersion
		}),
		input: {
			points,
			phases: toPhases(interventions, first.answeredOn),
			zones: toZones(scale, toPersonFacts(last.respondent, client, last.answeredOn), language),
			lowest: scale.lowest,
			highest: scale.highest,
			zoneMargin: scale.aggregate === 'sum' ? 0.5 : 0
		},
		table: {
			head: [m.staff_chart_head_occasion(), m.staff_chart_head_date(), m.staff_chart_head_score()],
			rows: points.map(({ label, date, valueText }) => [label, date.join(''), valueText])
		}
	};
}

function toPoint(
	{ response, scores }: ScoredResponse,
	scale: Scale,
	origin: ScoredResponse['response']['answeredOn']
): ChangePoint {
	const score = scores[scale.name];
	const value = score?.score ?? null;
	const hasEnds =
		value === null && typeof score?.lowestPossible === 'number' && typeof score.highestPossible === 'number';
	return {
		key: response.id,
		day: daysBetween(origin, response.answeredOn),
		label: occasionLabel(response.occasion),
		date: [response.answeredOn],
		value,
		valueText: value === null ? m.staff_chart_no_score() : pointsText(value),
		possible: hasEnds ? { lowest: score.lowestPossible ?? 0, highest: score.highestPossible ?? 0 } : null
	};
}

type Interventions = Context['interventions'];

/** Those that have begun, by the day they did. */
function toPhases(interventions: Interventions, origin: LocalDate): ChangePhase[] {
	return interventions.flatMap(({ id, name, startedOn, endedOn }) =>
		startedOn === null
			? []
			: [
					{
						key: id,
						label: name,
						fromDay: daysBetween(origin, startedOn),
						toDay: endedOn === null ? null : daysBetween(origin, endedOn)
					}
				]
	);
}

function phaseWords({ name, startedOn, endedOn }: Interventions[number]): string[] {
	if (startedOn === null) return [];
	return [
		endedOn === null
			? m.results_phase_ongoing({ name, from: startedOn })
			: m.results_phase({ name, from: startedOn, to: endedOn })
	];
}

function chartTitle(points: readonly ChangePoint[], scale: string): string {
	const [before, after] = [points[0], points.at(-1)];
	if (!before || !after || before.value === null || after.value === null) {
		return m.staff_chart_title_open({ scale });
	}
	return m.staff_chart_title({ before: before.valueText, after: after.valueText });
}

function pointWords({ label, date, valueText }: ChangePoint): string {
	return m.staff_chart_summary_point({
		occasion: label.toLocaleLowerCase('sv'),
		date: date.join(''),
		score: valueText
	});
}

/** The zones of the source used in results; a line that is only one sex's says whose it is. */
function toZones(scale: Scale, person: PersonFacts, language: 'sv' | 'en'): ChangeZone[] {
	const set =
		scale.bandSets.find(({ isDefault }) => isDefault) ??
		(scale.bandSets.length === 1 ? scale.bandSets[0] : undefined);
	if (!set) return [];
	return listZones(set, person, scale.direction, language).map(({ label, from, to, sex, tone }) => {
		const whose = sex === null ? null : personWords({ sex, ageMin: null, ageMax: null });
		return {
			from,
			to,
			tone,
			label: nameZone(
				capitalise(whose === null ? label : `${label} (${whose.toLocaleLowerCase('sv')})`),
				{ from, to },
				scale
			)
		};
	});
}

/** The zone's name with its points: the chart has no other marks on the scale than its ends. */
function nameZone(label: string, zone: Pick<ChangeZone, 'from' | 'to'>, scale: Scale): string {
	const from = pointsText(zone.from);
	return zone.to >= scale.highest
		? m.change_zone_from({ label, from })
		: m.change_zone_range({ label, from, to: pointsText(zone.to) });
}

/** The forms of a case that several people have answered: the latest from each, beside each other and never put together. */
import type { SideBySideView } from '#lib/cases/ui/side-by-side.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { inTimeOrder } from '#lib/outcomes/in-time-order.ts';
import { m } from '#lib/paraglide/messages.js';
import { occasionLabel, respondentLabel } from '../../../labels.ts';
import { pointsText } from '../../../number-words.ts';
import { rangeWords, whyNoScore } from './score-words.ts';
import type { ScoredResponse } from './scored-response.ts';

interface ViewsContext {
	readonly findInstrument: (id: string, version: string) => Instrument | null;
	readonly language: 'sv' | 'en';
}

/** Restricted answers are in none of them. */
export function toRespondentViews(
	scored: readonly ScoredResponse[],
	context: ViewsContext
): SideBySideView[] {
	const usable = scored.filter(({ isRestricted }) => !isRestricted);
	const byInstrument = Map.groupBy(usable, ({ response }) => response.instrumentId);
	return [...byInstrument].flatMap(([id, group]) => {
		const latest = [...Map.groupBy(group, ({ response }) => response.respondent).values()].flatMap(
			(own) => own.toSorted((one, other) => inTimeOrder(one.response, other.response)).at(-1) ?? []
		);
		const [first] = latest;
		const instrument = first ? context.findInstrument(id, first.response.instrumentVersion) : null;
		return latest.length < 2 || !instrument ? [] : [toView(instrument, latest, context)];
	});
}

function toView(
	instrument: Instrument,
	latest: readonly ScoredResponse[],
	{ language }: ViewsContext
): SideBySideView {
	const name = textIn(instrument.shortTitle, language) ?? instrument.id;
	const ranges = instrument.scales.map(rangeWords);
	const range = new Set(ranges).size === 1 ? (ranges[0] ?? null) : null;
	return {
		key: instrument.id,
		caption: m.views_caption({ instrument: name }),
		range,
		people: latest.map(({ response }) => ({
			who: respondentLabel(response.respondent),
			occasion: occasionLabel(response.occasion),
			date: response.answeredOn,
			href: `/cases/${response.caseId}/responses/${response.id}`
		})),
		scales: instrument.scales.map((scale, index) => ({
			name: scale.name,
			title: textIn(scale.title, language) ?? scale.name,
			range: range === null ? (ranges[index] ?? null) : null,
			cells: latest.map(({ scores }) => {
				const score = scores[scale.name];
				if (typeof score?.score === 'number') {
					return `${pointsText(score.score)} ${m.staff_compare_out_of({ highest: pointsText(scale.highest) })}`;
				}
				return (score && whyNoScore(score)) ?? m.staff_compare_no_score_unscored();
			})
		}))
	};
}

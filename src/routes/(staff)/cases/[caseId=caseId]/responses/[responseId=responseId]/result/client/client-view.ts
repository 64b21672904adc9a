/** A result in the words of somebody who has answered and not made the form: no jargon, nothing that judges. */
import type { ScaleLineInput } from '#lib/charts/scale-line-geometry.ts';
import type { Instrument, Scale } from '#lib/instruments/instrument.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ScaleScore } from '#lib/scoring/score.ts';
import { describeBandSources } from '../../../../band-words.ts';
import { differenceWords } from '../../../../change-words.ts';
import type { Result } from '../../../../comparison-view.ts';
import { pointsText } from '../../../../../../../number-words.ts';

export interface ClientScale {
	readonly key: string;
	/** Null when the form has one scale only: then the page's heading says what it is. */
	readonly title: string | null;
	/** "9 av 40 poäng", or that there is none. */
	readonly points: string;
	/** Sentences under the number, in the order they are read. */
	readonly sentences: readonly string[];
	/** "11 poäng lägre än förra gången – bättre"; null the first time. */
	readonly change: string | null;
	readonly line: ScaleLineInput;
	readonly summary: string;
	readonly ends: readonly [string, string];
	readonly nowText: string;
	readonly beforeText: string;
}

/** Every scale of the form, or the total alone where there is one: parts of a total are the staff's. */
export function toClientScales(instrument: Instrument, result: Result, language: 'sv' | 'en'): ClientScale[] {
	const total = instrument.scales.find(({ name }) => name === 'total');
	const scales = total ? [total] : instrument.scales;
	return scales.flatMap((scale) => {
		const score = result.now.scores[scale.name];
		return score ? [toClientScale(scale, score, result, scales.length > 1, language)] : [];
	});
}

function toClientScale(
	scale: Scale,
	score: ScaleScore,
	{ now, before }: Result,
	hasTitle: boolean,
	language: 'sv' | 'en'
): ClientScale {
	const isSameVersion = before?.response.instrumentVersion === now.response.instrumentVersion;
	const last = (isSameVersion && before?.scores[scale.name]?.score) ?? null;
	const lastScore = typeof last === 'number' ? last : null;
	const points =
		score.score === null
			? m.results_client_no_points()
			: m.results_client_points({ score: pointsText(score.score), highest: pointsText(scale.highest) });
	const change =
		score.score === null || lastScore === null || !before ? null : toChange(score.score - lastScore, scale);
	const lastTime =
		lastScore === null || !before
			? null
			: m.results_client_last_time({ points: pointsText(lastScore), day: before.response.answeredOn });
	return {
		key: scale.name,
		title: hasTitle ? (textIn(scale.title, language) ?? scale.name) : null,
		points,
		sentences: [
			...missingWords(score),
			scale.direction === 'lower-better' ? m.results_client_lower() : m.results_client_higher(),
			...bandWords(scale, score, language)
		],
		change: change && lastTime ? `${change} ${lastTime}` : null,
		line: {
			lowest: scale.lowest,
			highest: scale.highest,
			now: score.score,
			possible:
				score.score === null && score.lowestPossible !== null && score.highestPossible !== null
					? { lowest: score.lowestPossible, highest: score.highestPossible }
					: null,
			before: lastScore,
			limits: limitsOf(scale, score)
		},
		summary: [points, lastTime].filter((words) => words !== null).join('. '),
		ends: [pointsText(scale.lowest), pointsText(scale.highest)],
		nowText: score.score === null ? '' : m.results_client_now({ points: pointsText(score.score) }),
		beforeText: lastScore === null ? '' : m.results_client_before({ points: pointsText(lastScore) })
	};
}

function toChange(difference: number, { direction }: Scale): string {
	if (difference === 0) return m.results_client_same();
	const isBetter = difference > 0 === (direction === 'higher-better');
	return `${differenceWords(difference, isBetter ? 'better' : 'worse')}.`;
}

function missingWords({ score, lowestPossible, highestPossible }: ScaleScore): string[] {
	if (score !== null) return [];
	const why = m.results_client_missing();
	if (lowestPossible === null || highestPossible === null) return [why];
	return [
		why,
		m.staff_compare_possible({ lowest: pointsText(lowestPossible), highest: pointsText(highestPossible) })
	];
}

/** What the limits used in results say; nothing where sex or age decides and is not known. */
function bandWords(scale: Scale, score: ScaleScore, language: 'sv' | 'en'): string[] {
	const shown = describeBandSources(scale, [score], language).find(({ isDefault }) => isDefault);
	const verdict = shown?.verdicts[0];
	if (!shown || !verdict?.isVerdict) return [];
	return verdict.lines.map((band) => m.results_client_band({ band, source: shown.source }));
}

/** Where the person's own bands begin, of the source used in results. */
function limitsOf(scale: Scale, score: ScaleScore): number[] {
	const applied = new Set(score.bands.map(({ set }) => set));
	const set = scale.bandSets.find((one) => one.isDefault) ?? scale.bandSets[0];
	if (!set || set.kind !== 'bands' || !applied.has(set.id)) return [];
	const own = set.bands.filter(
		({ sex, ageMin, ageMax }) => sex === null && ageMin === null && ageMax === null
	);
	return own.map(({ from }) => from);
}

/** One scale's change in words, in the order staff should read it. Says what has changed, never what caused it. */
import type { ChangeView } from '#lib/cases/ui/comparison.ts';
import type { Scale } from '#lib/instruments/instrument.ts';
import type { BandChange, ClientChange, NoDifferenceReason } from '#lib/outcomes/describe-change.ts';
import { m } from '#lib/paraglide/messages.js';
import type { AppliedBand } from '#lib/scoring/score.ts';
import { bandLabel } from './band-words.ts';
import { capitalise, pointsText } from '../../../number-words.ts';

export function describeChangeInWords(change: ClientChange, scale: Scale): ChangeView {
	if (change.difference === null || change.verdict === null) {
		return { sentence: whyNoDifference(change), verdict: 'unknown', details: [daysWords(change)] };
	}
	return {
		sentence: differenceWords(change.difference, change.verdict),
		verdict: change.verdict,
		details: [...bandLines(change, scale), daysWords(change), reliabilityWords(change)]
	};
}

/** "18 poäng lägre – bättre" */
export function differenceWords(difference: number, verdict: 'better' | 'worse' | 'unchanged'): string {
	if (verdict === 'unchanged') return m.staff_compare_unchanged();
	const size = { count: Math.abs(difference), points: pointsText(Math.abs(difference)) };
	const words = difference < 0 ? m.staff_compare_lower(size) : m.staff_compare_higher(size);
	return verdict === 'better'
		? m.staff_compare_better({ difference: words })
		: m.staff_compare_worse({ difference: words });
}

const noDifferenceWords: Record<NoDifferenceReason, () => string> = {
	'no-score-before': m.staff_compare_no_difference,
	'no-score-after': m.staff_compare_no_difference,
	'no-score-either': m.staff_compare_no_difference,
	'different-versions': m.staff_compare_versions_differ
};

function whyNoDifference({ noDifferenceBecause, possibleDifference }: ClientChange): string {
	const why = noDifferenceWords[noDifferenceBecause ?? 'no-score-either']();
	if (!possibleDifference) return why;
	const lowest = signed(possibleDifference.lowest);
	const highest = signed(possibleDifference.highest);
	return `${why} ${m.staff_compare_possible_difference({ lowest, highest })}`;
}

function signed(points: number): string {
	return points > 0 ? `+${pointsText(points)}` : pointsText(points);
}

function daysWords({ daysBetween }: ClientChange): string {
	return m.staff_compare_days_between({ days: daysBetween });
}

function bandLines({ bands }: ClientChange, scale: Scale): string[] {
	const isShown = (band: BandChange) => band.isDefault || scale.bandSets.length === 1;
	const shown = bands.filter(isShown);
	const hasCrossedOnEdge = shown.some((band) => band.hasMoved);
	return [
		...shown.map((band) => bandChangeWords(band, scale)),
		...(hasCrossedOnEdge ? [m.staff_compare_band_edge()] : [])
	];
}

function bandChangeWords({ set: id, before, after, hasMoved }: BandChange, scale: Scale): string {
	const set = scale.bandSets.find((candidate) => candidate.id === id);
	const name = (band: AppliedBand | null) => (band ? bandLabel(band, set) : m.staff_compare_under_line());
	const [from, to] = [name(before), name(after)];
	if (!hasMoved) return m.staff_compare_band_same({ band: capitalise(from) });
	return m.staff_compare_band_change({ before: lower(from), after: lower(to) });
}

/** Inside a sentence a label begins with a small letter, unless it is an abbreviation. */
function lower(label: string): string {
	const second = label.charAt(1);
	return second !== '' && second === second.toLowerCase()
		? label.charAt(0).toLowerCase() + label.slice(1)
		: label;
}

function reliabilityWords({ reliability }: ClientChange): string {
	if (reliability.kind === 'unknown') return m.staff_compare_error_unknown();
	const threshold = pointsText(reliability.change.thresholdWholePoints);
	return reliability.change.verdict === 'not-reliable'
		? m.staff_compare_reliable_no({ threshold })
		: m.staff_compare_reliable_yes({ threshold });
}

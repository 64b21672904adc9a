/** What the sources' limits say about measurements, in words. No verdict is given where sex or age is not known. */
import type { BandSource, BandWords } from '#lib/cases/ui/comparison.ts';
import type { BandSet, Scale } from '#lib/instruments/instrument.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { AppliedBand, BandUnknownReason, PossibleBand, ScaleScore } from '#lib/scoring/score.ts';
import { evidenceLabel } from '../../../labels.ts';
import { personWords } from '../../../person-words.ts';
import { capitalise, pointsText } from '../../../number-words.ts';

/** What each source of limits says about each of the scores. */
export function describeBandSources(
	scale: Scale,
	scores: readonly ScaleScore[],
	language: 'sv' | 'en'
): BandSource[] {
	return scale.bandSets.map((set) => ({
		source: textIn(set.title, language) ?? set.source,
		tags: set.source,
		caution: set.evidence === 'REC' ? evidenceLabel('REC') : null,
		isDefault: set.isDefault || scale.bandSets.length === 1,
		verdicts: scores.map((score) => describeVerdict(set, score))
	}));
}

function describeVerdict(set: BandSet, score: ScaleScore): BandWords {
	const band = score.bands.find((candidate) => candidate.set === set.id);
	if (band) return { lines: [capitalise(bandWords(band, set))], isVerdict: true };
	if (score.score === null) return { lines: [], isVerdict: false };
	const possible = score.possibleBands.filter((candidate) => candidate.set === set.id);
	if (possible.length > 0) {
		return { lines: possible.map((line) => possibleWords(line, set)), isVerdict: false };
	}
	if (set.kind === 'cut-off') return { lines: [m.staff_compare_under_line()], isVerdict: true };
	return { lines: [], isVerdict: false };
}

/** The band with its points: "riskbruk (8–15 poäng)", or from where on it begins when it is a line. */
export function bandWords(band: AppliedBand, set: BandSet | undefined): string {
	const label = bandLabel(band, set);
	const [from, to] = [pointsText(band.from), pointsText(band.to)];
	return set?.kind === 'cut-off'
		? m.staff_compare_band_from({ label, from })
		: m.staff_compare_band_of({ label, from, to });
}

/** The band's name in the reader's language; as it was stored with the score when the set no longer has it. */
export function bandLabel(band: AppliedBand, set: BandSet | undefined): string {
	const own = set?.bands.find(({ from, to }) => from === band.from && to === band.to);
	return textIn(own?.label ?? null, getLocale()) ?? band.label;
}

function possibleWords(line: PossibleBand, set: BandSet): string {
	return `${capitalise(personWords(line))}: ${bandWords(line, set)}`;
}

/** Why there is no verdict; null when there is one at every measurement. */
export function describeUnknown(scores: readonly ScaleScore[]): string | null {
	const reasons = scores.flatMap((score) => score.bandUnknownBecause ?? []);
	const missing = new Set(reasons.flatMap((reason) => partsOf[reason]));
	if (missing.has('sex') && missing.has('age')) return m.staff_compare_verdict_unknown_both();
	if (missing.has('sex')) return m.staff_compare_verdict_unknown_sex();
	return missing.has('age') ? m.staff_compare_verdict_unknown_age() : null;
}

const partsOf: Record<BandUnknownReason, readonly ('sex' | 'age')[]> = {
	sex: ['sex'],
	age: ['age'],
	'sex-and-age': ['sex', 'age']
};

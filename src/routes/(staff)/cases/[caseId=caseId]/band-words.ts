/** What the sources' limits say about measurements, in words. No verdict is given where sex or age is not known. */
import type { BandSource, BandWords } from '#lib/cases/ui/comparison.ts';
import type { BandSet, Instrument, Scale } from '#lib/instruments/instrument.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import { m } from '#lib/paraglide/messages.js';
import type { AppliedBand, BandUnknownReason, PossibleBand, ScaleScore } from '#lib/scoring/score.ts';
import { evidenceLabel } from '../../../labels.ts';
import { capitalise, pointsText } from './number-words.ts';

/** What each source of limits says about each of the scores. */
export function describeBandSources(
	scale: Scale,
	scores: readonly ScaleScore[],
	language: 'sv' | 'en'
): BandSource[] {
	return scale.bandSets.map((set) => ({
		source: textIn(set.title, language) ?? set.source,
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
export function bandWords(band: AppliedBand, set: Pick<BandSet, 'kind'>): string {
	const [from, to] = [pointsText(band.from), pointsText(band.to)];
	return set.kind === 'cut-off'
		? m.staff_compare_band_from({ label: band.label, from })
		: m.staff_compare_band_of({ label: band.label, from, to });
}

function possibleWords(line: PossibleBand, set: BandSet): string {
	return `${capitalise(personWords(line))}: ${bandWords(line, set)}`;
}

/** Whom a limit is for: sex, age, both or everybody. */
export function personWords({
	sex,
	ageMin,
	ageMax
}: Pick<PossibleBand, 'sex' | 'ageMin' | 'ageMax'>): string {
	const sexWords =
		sex === null ? null : sex === 'female' ? m.staff_instrument_band_women() : m.staff_instrument_band_men();
	const words = [sexWords, ageWords(ageMin, ageMax)].filter((word) => word !== null);
	return words.length === 0 ? m.staff_instrument_band_everyone() : words.join(', ');
}

function ageWords(from: number | null, to: number | null): string | null {
	if (from !== null && to !== null) return m.staff_instrument_band_age({ from, to });
	if (from !== null) return m.staff_instrument_band_age_from({ from });
	return to === null ? null : m.staff_instrument_band_age_to({ to });
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

/** The title of a source, for its tag: what the reader sees where the instrument file says `SoS-AUDIT`. */
export function sourceTitle(instrument: Instrument, tag: string): string {
	return instrument.sources.find((source) => source.id === tag)?.title ?? tag;
}

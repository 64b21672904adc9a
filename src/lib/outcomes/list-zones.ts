/** The parts of a scale that a source gives names to, as they apply to one person: what a chart draws behind the points. */
import type { Band, BandSet, Scale, Sex } from '#lib/instruments/instrument.ts';
import type { LanguageTag } from '#lib/instruments/questionnaire.ts';
import { textIn } from '#lib/instruments/text-in.ts';
import type { PersonFacts } from '#lib/scoring/score.ts';

export interface BandZone {
	readonly label: string;
	readonly from: number;
	readonly to: number;
	/** Said beside the label when the person's sex is not known and the lines differ by it. */
	readonly sex: Sex | null;
	/** 0 = nearest the good end; a cut-off's first line is 1, what lies under it has no name. */
	readonly tone: number;
}

/**
 * The zones of one band set for one person. When something that decides the lines is unknown, a set that covers the whole
 * scale gives none, and a cut-off gives every line that could apply: all are shown and none is chosen.
 */
export function listZones(
	set: BandSet,
	person: PersonFacts,
	direction: Scale['direction'],
	language: LanguageTag
): readonly BandZone[] {
	const fitting = set.bands.filter((band) => couldApply(band, person));
	const isUnknown = fitting.some((band) => dependsOnUnknown(band, person));
	if (isUnknown && set.kind === 'bands') return [];
	const starts = [...new Set(fitting.map(({ from }) => from))].sort((a, b) =>
		direction === 'lower-better' ? a - b : b - a
	);
	const zones = fitting.map((band) => ({
		label: textIn(band.label, language) ?? '',
		from: band.from,
		to: band.to,
		sex: person.sex === null ? band.sex : null,
		tone: starts.indexOf(band.from) + (set.kind === 'cut-off' ? 1 : 0)
	}));
	return zones.filter(
		(zone, index) =>
			zones.findIndex(
				(other) => other.from === zone.from && other.to === zone.to && other.sex === zone.sex
			) === index
	);
}

function couldApply({ sex, ageMin, ageMax }: Band, person: PersonFacts): boolean {
	if (sex !== null && person.sex !== null && sex !== person.sex) return false;
	if (person.ageInYears === null) return true;
	return person.ageInYears >= (ageMin ?? 0) && person.ageInYears <= (ageMax ?? Infinity);
}

function dependsOnUnknown({ sex, ageMin, ageMax }: Band, person: PersonFacts): boolean {
	return (sex !== null && person.sex === null) || ((ageMin ?? ageMax) !== null && person.ageInYears === null);
}

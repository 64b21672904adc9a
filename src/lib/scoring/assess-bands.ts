import type { Band, BandSet } from '#lib/instruments/instrument.ts';
import type { LanguageTag, LocalText } from '#lib/instruments/questionnaire.ts';
import type { AppliedBand, BandUnknownReason, PersonFacts, PossibleBand } from './score.ts';

/** A band with what is the same for every person worked out beforehand. */
interface PlannedBand {
	readonly band: Band;
	/** False where the next band starts at the same point and the point belongs to that one. */
	readonly includesTo: boolean;
	readonly applied: AppliedBand;
	readonly possible: PossibleBand;
}

export interface PlannedBandSet {
	readonly kind: BandSet['kind'];
	readonly bands: readonly PlannedBand[];
}

export interface BandVerdict {
	readonly bands: readonly AppliedBand[];
	readonly bandUnknownBecause: BandUnknownReason | null;
	readonly possibleBands: readonly PossibleBand[];
}

const none: readonly never[] = Object.freeze([]);
const noVerdict: BandVerdict = Object.freeze({ bands: none, bandUnknownBecause: null, possibleBands: none });

/** A band set made ready for many assessments; labels in the given language, or the first that exists. */
export function planBandSet(set: BandSet, hasWholeScores: boolean, language: LanguageTag): PlannedBandSet {
	const bands = set.bands.map((band): PlannedBand => {
		const applied = { set: set.id, label: toLabel(band.label, language), from: band.from, to: band.to };
		const { sex, ageMin, ageMax } = band;
		return {
			band,
			includesTo: hasWholeScores || !set.bands.some((next) => next.from === band.to && next.from < next.to),
			applied: Object.freeze(applied),
			possible: Object.freeze({ ...applied, sex, ageMin, ageMax })
		};
	});
	return { kind: set.kind, bands };
}

/**
 * The bands a score lies in, for all sets. A set whose lines differ by something that is not known about the person
 * gives no verdict but all its possible lines: men's limits are never taken as everybody's (domain.md rule 3).
 */
export function assessBands(
	sets: readonly PlannedBandSet[],
	score: number,
	person: PersonFacts
): BandVerdict {
	if (sets.length === 0) return noVerdict;
	const bands: AppliedBand[] = [];
	const possibleBands: PossibleBand[] = [];
	let isSexMissing = false;
	let isAgeMissing = false;
	for (const set of sets) {
		const needsSex =
			person.sex === null && set.bands.some(({ band }) => band.sex !== null && fits(band, person));
		const needsAge =
			person.ageInYears === null && set.bands.some(({ band }) => hasAge(band) && fits(band, person));
		const isKnown = !needsSex && !needsAge;
		for (const planned of set.bands) {
			if (!fits(planned.band, person)) continue;
			const isInside = contains(planned, score);
			if (isKnown && isInside) bands.push(planned.applied);
			if (!isKnown && (isInside || set.kind === 'cut-off')) possibleBands.push(planned.possible);
		}
		isSexMissing ||= needsSex;
		isAgeMissing ||= needsAge;
	}
	return { bands, bandUnknownBecause: nameMissing(isSexMissing, isAgeMissing), possibleBands };
}

function nameMissing(isSexMissing: boolean, isAgeMissing: boolean): BandUnknownReason | null {
	if (isSexMissing) return isAgeMissing ? 'sex-and-age' : 'sex';
	return isAgeMissing ? 'age' : null;
}

/** Whether the band could be this person's; what is not known rules nothing out. */
function fits(band: Band, person: PersonFacts): boolean {
	if (band.sex !== null && person.sex !== null && band.sex !== person.sex) return false;
	if (person.ageInYears === null) return true;
	return person.ageInYears >= (band.ageMin ?? 0) && person.ageInYears <= (band.ageMax ?? Infinity);
}

function hasAge(band: Band): boolean {
	return band.ageMin !== null || band.ageMax !== null;
}

function contains({ band, includesTo }: PlannedBand, score: number): boolean {
	return score >= band.from && (includesTo ? score <= band.to : score < band.to);
}

function toLabel(text: LocalText, language: LanguageTag): string {
	return text[language] ?? text.sv ?? Object.values(text)[0] ?? '';
}

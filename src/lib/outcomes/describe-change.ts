/** What has changed for one client between two measurements, in the order staff should read it (never a cause). */
import type { Occasion } from '#lib/cases/case.ts';
import type { ChangeParameters, Scale } from '#lib/instruments/instrument.ts';
import type { AppliedBand, ScaleScore } from '#lib/scoring/score.ts';
import { daysBetween, type LocalDate } from '#lib/shared/local-date.ts';
import { reliableChange, type ReliableChange } from './reliable-change.ts';

/** One scale's score at one time. */
export interface Measurement {
	readonly answeredOn: LocalDate;
	readonly occasion: Occasion;
	readonly instrumentVersion: string;
	readonly score: ScaleScore;
}

/** What describing a change needs to know of the scale. */
export type ChangeScale = Pick<Scale, 'direction' | 'bandSets' | 'change'>;

export type NoDifferenceReason =
	'no-score-before' | 'no-score-after' | 'no-score-either' | 'different-versions';

export interface BandChange {
	/** Id of the band set. */
	readonly set: string;
	readonly kind: 'bands' | 'cut-off';
	readonly isDefault: boolean;
	/** Null in a cut-off set: under the line. */
	readonly before: AppliedBand | null;
	readonly after: AppliedBand | null;
	readonly hasMoved: boolean;
}

export type ChangeReliability =
	| { readonly kind: 'known'; readonly change: ReliableChange; readonly parameters: ChangeParameters }
	| { readonly kind: 'unknown'; readonly because: 'no-parameters' | 'unusable-parameters' | 'no-difference' };

export interface ClientChange {
	readonly before: Measurement;
	readonly after: Measurement;
	readonly daysBetween: number;
	/** After − before, in points; null with a reason. */
	readonly difference: number | null;
	readonly noDifferenceBecause: NoDifferenceReason | null;
	readonly verdict: 'better' | 'worse' | 'unchanged' | null;
	/** The ends of what the difference could be, given what is answered; null when an answer cannot be read. */
	readonly possibleDifference: { readonly lowest: number; readonly highest: number } | null;
	/** Only the sets that give a verdict at both times. */
	readonly bands: readonly BandChange[];
	/** The questions ask further back than the time that has passed: the two measurements overlap. */
	readonly overlapsRecall: { readonly recallDays: number } | null;
	readonly reliability: ChangeReliability;
}

interface Input {
	readonly before: Measurement;
	readonly after: Measurement;
	readonly scale: ChangeScale;
	/** How far back the scale's questions ask; null = no period. */
	readonly recallDays: number | null;
}

/**
 * Describes the change from the earlier measurement to the later one. Only measurements with the same instrument version
 * are compared (Socialstyrelsen, Systematisk uppföljning, step 5), and reliable change is judged only when the scale
 * carries an SD and a reliability with a source. Says nothing about what caused the change.
 */
export function describeChange({ before, after, scale, recallDays }: Input): ClientChange {
	const noDifferenceBecause = whyNoDifference(before, after);
	const difference = noDifferenceBecause === null ? subtract(after.score.score, before.score.score) : null;
	const days = daysBetween(before.answeredOn, after.answeredOn);
	return {
		before,
		after,
		daysBetween: days,
		difference,
		noDifferenceBecause,
		verdict: difference === null ? null : toVerdict(difference, scale.direction),
		possibleDifference:
			noDifferenceBecause === 'different-versions' ? null : possibleDifference(before, after),
		bands: noDifferenceBecause === null ? compareBands(before.score, after.score, scale) : [],
		overlapsRecall: recallDays !== null && days < recallDays ? { recallDays } : null,
		reliability: assessReliability(before.score.score, after.score.score, difference, scale)
	};
}

function whyNoDifference(before: Measurement, after: Measurement): NoDifferenceReason | null {
	if (before.instrumentVersion !== after.instrumentVersion) return 'different-versions';
	if (before.score.score === null) return after.score.score === null ? 'no-score-either' : 'no-score-before';
	return after.score.score === null ? 'no-score-after' : null;
}

function subtract(after: number | null, before: number | null): number | null {
	return after === null || before === null ? null : after - before;
}

function toVerdict(difference: number, direction: Scale['direction']): ClientChange['verdict'] {
	if (difference === 0) return 'unchanged';
	return difference > 0 === (direction === 'higher-better') ? 'better' : 'worse';
}

function possibleDifference(before: Measurement, after: Measurement): ClientChange['possibleDifference'] {
	const lowest = subtract(after.score.lowestPossible, before.score.highestPossible);
	const highest = subtract(after.score.highestPossible, before.score.lowestPossible);
	return lowest === null || highest === null ? null : { lowest, highest };
}

function compareBands(before: ScaleScore, after: ScaleScore, scale: ChangeScale): BandChange[] {
	return scale.bandSets.flatMap(({ id, kind, isDefault }) => {
		const bandBefore = before.bands.find((band) => band.set === id) ?? null;
		const bandAfter = after.bands.find((band) => band.set === id) ?? null;
		const isDecided =
			kind === 'bands' ? bandBefore !== null && bandAfter !== null : isCutOffDecided(before, after);
		if (!isDecided) return [];
		const hasMoved = bandBefore?.from !== bandAfter?.from || bandBefore?.to !== bandAfter?.to;
		return [{ set: id, kind, isDefault, before: bandBefore, after: bandAfter, hasMoved }];
	});
}

/** In a cut-off set no band means "under the line", but only when nothing about the person is unknown. */
function isCutOffDecided(before: ScaleScore, after: ScaleScore): boolean {
	return before.bandUnknownBecause === null && after.bandUnknownBecause === null;
}

function assessReliability(
	before: number | null,
	after: number | null,
	difference: number | null,
	scale: ChangeScale
): ChangeReliability {
	if (difference === null || before === null || after === null)
		return { kind: 'unknown', because: 'no-difference' };
	if (scale.change === null) return { kind: 'unknown', because: 'no-parameters' };
	const change = reliableChange({ before, after, direction: scale.direction, parameters: scale.change });
	return change === null
		? { kind: 'unknown', because: 'unusable-parameters' }
		: { kind: 'known', change, parameters: scale.change };
}

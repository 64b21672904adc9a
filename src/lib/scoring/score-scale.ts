import { isTrue } from '#lib/instruments/evaluate-expression.ts';
import type { Scale } from '#lib/instruments/instrument.ts';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import { roundHalfAwayFromZero } from '#lib/shared/decimal.ts';
import { assessBands } from './assess-bands.ts';
import type { ReadItems } from './read-items.ts';
import type { NoScoreReason, PersonFacts, ScaleScore } from './score.ts';
import type { PlannedScale } from './scoring-plan.ts';

const none: readonly never[] = Object.freeze([]);

/** Weighted sums over a scale's items, after reversing. */
interface Sums {
	answered: number;
	hasInvalid: boolean;
	/** Points and weight of the items with a score. */
	points: number;
	weight: number;
	/** Points if every missing item had its lowest or its highest score. */
	lowest: number;
	highest: number;
	totalWeight: number;
	/** The ends of the whole scale in points. */
	floor: number;
	ceiling: number;
}

/**
 * One scale's outcome: a score, or null with the reason. A missing answer gives no score unless the manual allows
 * proration, and then only within its limit (stats: Σx / n_answered · k). Nothing missing is ever taken as 0.
 */
export function scoreScale(
	planned: PlannedScale,
	items: ReadItems,
	answers: Answers,
	person: PersonFacts
): ScaleScore {
	const { scale, terms } = planned;
	const sums = addUp(planned, items);
	const reason = findReason(scale, sums, terms.length, answers);
	const base = {
		reason,
		answered: sums.answered,
		itemCount: terms.length,
		lowestPossible: sums.hasInvalid ? null : toScaleValue(scale, sums.lowest, sums.totalWeight, sums),
		highestPossible: sums.hasInvalid ? null : toScaleValue(scale, sums.highest, sums.totalWeight, sums)
	};
	if (reason !== null) {
		const noVerdict = { bands: none, bandUnknownBecause: null, possibleBands: none };
		return { score: null, ...base, isProrated: false, ...noVerdict };
	}
	const score = toScaleValue(scale, sums.points, sums.weight, sums);
	const isProrated = sums.answered < terms.length;
	return { score, ...base, isProrated, ...assessBands(planned.bandSets, score, person) };
}

function addUp({ terms }: PlannedScale, { states, scores }: ReadItems): Sums {
	const sums: Sums = {
		answered: 0,
		hasInvalid: false,
		points: 0,
		weight: 0,
		lowest: 0,
		highest: 0,
		totalWeight: 0,
		floor: 0,
		ceiling: 0
	};
	for (const { index, weight, lowest, highest, isReversed } of terms) {
		const state = states[index];
		sums.totalWeight += weight;
		sums.floor += weight * lowest;
		sums.ceiling += weight * highest;
		if (state === 'scored') {
			const score = scores[index] ?? 0;
			const points = weight * (isReversed ? lowest + highest - score : score);
			sums.answered += 1;
			sums.points += points;
			sums.weight += weight;
			sums.lowest += points;
			sums.highest += points;
		} else {
			sums.hasInvalid ||= state === 'invalid';
			sums.lowest += weight * lowest;
			sums.highest += weight * highest;
		}
	}
	return sums;
}

function findReason(scale: Scale, sums: Sums, itemCount: number, answers: Answers): NoScoreReason | null {
	if (sums.hasInvalid) return 'invalid-answer';
	const allowed = scale.missing.kind === 'prorate' ? scale.missing.maxMissing : 0;
	if (itemCount - sums.answered > allowed) return 'missing-items';
	if (scale.completeIf !== null && !isTrue(scale.completeIf, answers)) return 'missing-items';
	return sums.answered === 0 ? 'no-scored-items' : null;
}

/** Points on a part of the items as a value on the whole scale, with one division so that no rounding adds up. */
function toScaleValue(scale: Scale, points: number, weight: number, sums: Sums): number {
	switch (scale.aggregate) {
		case 'sum':
			return round(scale, points * sums.totalWeight, weight);
		case 'mean':
			return round(scale, points, weight);
		case 'percent-of-range': {
			// Items of one range (the linter sees to it), so that the part's ends are the whole's ends times its weight.
			const part = 100 * (points * sums.totalWeight - sums.floor * weight);
			return round(scale, part, (sums.ceiling - sums.floor) * weight);
		}
	}
}

function round(scale: Scale, numerator: number, denominator: number): number {
	const value = numerator / denominator;
	if (scale.rounding === 'none') return value;
	return roundHalfAwayFromZero(numerator, denominator, 0) ?? Math.sign(value) * Math.round(Math.abs(value));
}

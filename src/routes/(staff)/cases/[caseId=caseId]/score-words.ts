/** Why there is no score, and what a score rests on, in words. */
import { m } from '#lib/paraglide/messages.js';
import type { Scale } from '#lib/instruments/instrument.ts';
import type { ScaleScore } from '#lib/scoring/score.ts';
import { pointsText } from '../../../number-words.ts';

/** How long the scale is, and which way is better. */
export function rangeWords({ lowest, highest, direction }: Scale): string {
	const range = m.staff_compare_scale_range({ lowest: pointsText(lowest), highest: pointsText(highest) });
	const better =
		direction === 'lower-better' ? m.staff_compare_lower_better() : m.staff_compare_higher_better();
	return `${range} ${better}`;
}

export function whyNoScore({ reason, answered, itemCount }: ScaleScore): string | null {
	if (reason === 'missing-items' && itemCount === 1) return m.staff_compare_no_score_unanswered();
	if (reason === 'missing-items') return m.staff_compare_no_score_missing({ answered, items: itemCount });
	if (reason === 'invalid-answer') return m.staff_compare_no_score_invalid();
	return reason === 'no-scored-items' ? m.staff_compare_no_score_unscored() : null;
}

/** The ends that a missing score lies between, or that the score was scaled up. */
export function scoreNotes(score: ScaleScore): string[] {
	const { isProrated, answered, itemCount, lowestPossible, highestPossible } = score;
	if (isProrated) return [m.staff_compare_prorated({ answered, items: itemCount })];
	if (score.score !== null || lowestPossible === null || highestPossible === null) return [];
	return [
		m.staff_compare_possible({ lowest: pointsText(lowestPossible), highest: pointsText(highestPossible) })
	];
}

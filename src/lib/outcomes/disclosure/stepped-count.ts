import type { ProviderId } from '#lib/shared/ids.ts';
import { hidden, show, type Shown } from './shown.ts';
import type { Withheld } from './withheld.ts';

/** Counts of answers that are still coming are shown in steps of this many, and never below it. */
const step = 5;

/**
 * How many answers may be said to have come: at least this many, in whole steps; hidden when there are fewer than one step.
 * A count that moved with every answer would tell who has just answered.
 */
export function toSteppedCount(answers: number): Shown<number> {
	return answers < step ? hidden : show(Math.floor(answers / step) * step);
}

/** How many forms have come to each provider, in steps. */
export function countFormsInSteps(
	results: Withheld<readonly { readonly providerId: ProviderId; readonly forms: number }[]>
): ReadonlyMap<ProviderId, Shown<number>> {
	return new Map(
		results.openForControl().map(({ providerId, forms }) => [providerId, toSteppedCount(forms)])
	);
}

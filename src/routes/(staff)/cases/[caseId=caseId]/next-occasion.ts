import type { Occasion } from '#lib/cases/case.ts';
import type { Administration } from '#lib/collection/administration.ts';

/** The occasion suggested next for an instrument in a case: before, until it has been answered or sent before. */
export function suggestOccasion(administrations: readonly Administration[], instrumentId: string): Occasion {
	const given = administrations.filter(
		(administration) => administration.instrumentId === instrumentId && administration.state !== 'withdrawn'
	);
	const has = (occasion: Occasion) => given.some((administration) => administration.occasion === occasion);
	if (!has('before')) return given.length === 0 ? 'before' : 'after';
	return has('after') ? 'follow-up' : 'after';
}

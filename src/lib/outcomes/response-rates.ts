/**
 * Svarsfrekvens (AAPOR, Standard Definitions 2015). RR2 is what is called svarsfrekvens here and in Sweden; RR1 belongs in the
 * technical note. RR5 and RR6 leave the unknown out, which flatters, and are not made.
 */

/** What became of everybody invited. Those not eligible (övertäckning: died, moved, wrong group) are left out beforehand. */
export interface Dispositions {
	readonly complete: number;
	/** Answered enough by the form's own limit, but not all. */
	readonly partial: number;
	readonly refused: number;
	readonly notReached: number;
	/** Ill, no interpreter and the like. */
	readonly other: number;
	readonly unknownEligibility: number;
}

export interface ResponseRates {
	/** Complete of all invited; null when nobody was. */
	readonly rr1: number | null;
	/** Complete and partial of all invited. */
	readonly rr2: number | null;
	/** As rr1 and rr2, with only the estimated share of the unknown counted as eligible. */
	readonly rr3: number | null;
	readonly rr4: number | null;
	/** 1 − rr2. */
	readonly nonResponse: number | null;
}

/** The rates as shares 0–1. `eligibleShare` is how many of the unknown are taken to be eligible. */
export function responseRates(of: Dispositions, eligibleShare = 1): ResponseRates {
	const answered = of.complete + of.partial;
	const known = answered + of.refused + of.notReached + of.other;
	const all = known + of.unknownEligibility;
	const estimated = known + eligibleShare * of.unknownEligibility;
	const rr2 = divide(answered, all);
	return {
		rr1: divide(of.complete, all),
		rr2,
		rr3: divide(of.complete, estimated),
		rr4: divide(answered, estimated),
		nonResponse: rr2 === null ? null : 1 - rr2
	};
}

function divide(part: number, whole: number): number | null {
	return whole === 0 ? null : part / whole;
}

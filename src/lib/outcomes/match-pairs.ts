/** Who counts in a before/after figure: only those with both measurements (Socialstyrelsen, Systematisk uppföljning, step 5). */

/** One person's, or one intervention's, two scores; null = not measured or no score. */
export interface BeforeAfter {
	readonly before: number | null;
	readonly after: number | null;
}

export interface ScorePair {
	readonly before: number;
	readonly after: number;
}

export interface MatchedPairs {
	readonly pairs: readonly ScorePair[];
	/** The four numbers that stand beside every before/after figure; they add up to all rows. */
	readonly counts: PairCounts;
}

export interface PairCounts {
	readonly pairs: number;
	readonly onlyBefore: number;
	readonly onlyAfter: number;
	readonly neither: number;
}

/** Keeps the rows with both scores and counts the others. Expects scores from one instrument version. */
export function matchPairs(rows: readonly BeforeAfter[]): MatchedPairs {
	const pairs = rows.flatMap(({ before, after }) =>
		before === null || after === null ? [] : [{ before, after }]
	);
	const count = (hasBefore: boolean, hasAfter: boolean): number =>
		rows.filter(({ before, after }) => (before !== null) === hasBefore && (after !== null) === hasAfter)
			.length;
	return {
		pairs,
		counts: {
			pairs: pairs.length,
			onlyBefore: count(true, false),
			onlyAfter: count(false, true),
			neither: count(false, false)
		}
	};
}

/**
 * Whose turn it is to review the log. A review is a named person's, so that it is known who was to have done it; nobody
 * reviews their own reading (10 § lag 2001:454 says that access is checked systematically and recurrently).
 */
import type { ReviewedVisit } from './log-review.ts';

/** Somebody who holds the role of log reviewer (loggkontrollant) today. */
export interface Reviewer {
	readonly staffId: string;
	readonly name: string;
}

export interface TurnFacts {
	/** In the order that settles what nothing else does: by name. */
	readonly reviewers: readonly Reviewer[];
	/** Whom the board's other reviews are assigned to, the latest month first; null for one that nobody was assigned. */
	readonly others: readonly (string | null)[];
	/** Those whose own visits are in the sample. */
	readonly visitors: ReadonlySet<string>;
}

/**
 * The reviewer whose turn it is: one without visits of their own in the sample before one with, and the one who has gone
 * longest without a review before the others. Null when nobody holds the role.
 */
export function chooseReviewer({ reviewers, others, visitors }: TurnFacts): Reviewer | null {
	const ranked = reviewers.map((reviewer) => {
		const latest = others.indexOf(reviewer.staffId);
		return {
			reviewer,
			hasOwn: visitors.has(reviewer.staffId),
			rest: latest === -1 ? Infinity : latest
		};
	});
	const [first] = ranked.sort(
		(one, other) => Number(one.hasOwn) - Number(other.hasOwn) || compareRest(other.rest, one.rest)
	);
	return first?.reviewer ?? null;
}

const compareRest = (one: number, other: number): number => (one === other ? 0 : one < other ? -1 : 1);

/** Whether somebody may sign: the assigned person, or anybody who reviews while nobody is. */
export function maySign(staffId: string, assignedTo: string | null): boolean {
	return assignedTo === null || assignedTo === staffId;
}

/** Visits nobody has judged and nobody can: their own person is the only one who holds the role. */
export function countStuck(
	visits: readonly Pick<ReviewedVisit, 'actorId' | 'judged'>[],
	reviewers: readonly Reviewer[]
): number {
	if (reviewers.length === 0) return 0;
	return visits.filter(
		({ actorId, judged }) => judged === null && reviewers.every(({ staffId }) => staffId === actorId)
	).length;
}

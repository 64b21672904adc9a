import { chooseReviewer, type Reviewer } from '../../assign-reviewer.ts';
import type { Month } from '../../review-month.ts';
import { listReviewsOfBoard } from './queries.ts';
import type { Work } from '#lib/shared/server/work.ts';

/** Whose turn the month's review is, by the board's other reviews and by whose visits were drawn; null without reviewers. */
export async function turnOf(
	work: Work,
	month: Month,
	reviewers: readonly Reviewer[],
	visits: readonly { readonly actorId: string }[]
): Promise<Reviewer | null> {
	const reviews = await listReviewsOfBoard(work);
	return chooseReviewer({
		reviewers,
		others: reviews.filter((review) => review.month !== month).map(({ assignedTo }) => assignedTo),
		visitors: new Set(visits.map(({ actorId }) => actorId))
	});
}

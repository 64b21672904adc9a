import { reviewerOf } from './judge-visit.ts';
import { findReview, listReviewedVisits, updateAsSigned } from '../review/queries.ts';
import { mayNotSign, type SignedReview } from '../../log-review.ts';
import type { LogReviewId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface SignReviewInput {
	readonly reviewId: LogReviewId;
	/** What the check of the whole log said just before. */
	readonly chain: Pick<SignedReview, 'chainSeq' | 'chainSeal' | 'chainFault'>;
}

/**
 * Signs a month's review in the reviewer's own name; after that nothing in it can be changed. Refuses one with visits that
 * nobody has judged (`visits-left`) and one that is signed (`changed-meanwhile`).
 */
export const signReview = command({
	name: 'signReview',
	permission: 'log:review',
	audit: 'always',
	subject: ({ reviewId }: SignReviewInput) => ({ type: 'log-review', id: reviewId }),
	async run(work, { reviewId, chain }: SignReviewInput): Promise<void> {
		const review = await findReview(work, { id: reviewId });
		if (!review) throw new Problem('not-found');
		if (review.signed) throw new Problem('changed-meanwhile');
		const obstacle = mayNotSign(await listReviewedVisits(work, reviewId));
		if (obstacle) throw new Problem(obstacle);
		await updateAsSigned(work, reviewId, { by: reviewerOf(work), on: work.today, ...chain });
	}
});

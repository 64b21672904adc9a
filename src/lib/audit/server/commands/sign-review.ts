import { reviewerOf } from './judge-visit.ts';
import { findReview, listReviewedVisits, updateAsSigned } from '../review/queries.ts';
import { maySign } from '../../assign-reviewer.ts';
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
 * nobody has judged (`visits-left`), one that is signed (`changed-meanwhile`) and one that is assigned to somebody else
 * (`not-permitted`): whoever does it instead takes it over first.
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
		const by = reviewerOf(work);
		if (!maySign(by, review.assignedTo)) throw new Problem('not-permitted', { permission: 'log:review' });
		const obstacle = mayNotSign(await listReviewedVisits(work, reviewId));
		if (obstacle) throw new Problem(obstacle);
		await updateAsSigned(work, reviewId, { by, on: work.today, ...chain });
	}
});

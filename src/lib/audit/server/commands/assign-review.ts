import { turnOf } from '../review/turn.ts';
import { findReview, listReviewedVisits, updateAssigned } from '../review/queries.ts';
import { listReviewers } from '#lib/access/server/colleagues/queries.ts';
import type { Month } from '../../review-month.ts';
import type { LogReviewId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';

export interface AssignReviewInput {
	readonly month: Month;
	/** One who holds the role of log reviewer today; null for the one whose turn it is. */
	readonly staffId: string | null;
}

/**
 * Gives a month's review to a named person. Refuses somebody who is no log reviewer (`invalid-input`), a month that has not
 * been drawn (`not-found`) and a signed review (`changed-meanwhile`).
 */
export const assignReview = command({
	name: 'assignReview',
	permission: 'log:assign',
	audit: 'always',
	subject: ({ month }: AssignReviewInput, id: LogReviewId) => ({ type: 'log-review', id, reason: month }),
	async run(work, { month, staffId }: AssignReviewInput): Promise<LogReviewId> {
		const review = await findReview(work, { month });
		if (!review) throw new Problem('not-found');
		if (review.signed) throw new Problem('changed-meanwhile');
		const reviewers = await listReviewers(work);
		const visits = await listReviewedVisits(work, review.id);
		const chosen =
			staffId === null
				? await turnOf(work, month, reviewers, visits)
				: reviewers.find((reviewer) => reviewer.staffId === staffId);
		if (!chosen) throw new Problem('invalid-input', { field: 'staffId' });
		await updateAssigned(work, review.id, chosen.staffId);
		return review.id;
	}
});

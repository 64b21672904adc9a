import { findReview, listReviewedVisits, updateJudgement } from '../review/queries.ts';
import { mayJudge, type Judgement } from '../../log-review.ts';
import type { LogReviewId, ReviewedVisitId } from '#lib/shared/ids.ts';
import { Problem } from '#lib/shared/problem.ts';
import { command } from '#lib/shared/server/command.ts';
import type { Work } from '#lib/shared/server/work.ts';

export interface JudgeVisitInput {
	readonly reviewId: LogReviewId;
	readonly visitId: ReviewedVisitId;
	readonly judgement: Judgement;
	/** What is to be looked into, or what made it in order; asked for with `follow-up`. */
	readonly note: string | null;
}

/**
 * Says of one visit that it was in order or has to be followed up. Until the review is signed it can be said again.
 * Refuses a signed review (`changed-meanwhile`), one's own visits (`not-permitted`) and following up without a note.
 */
export const judgeVisit = command({
	name: 'judgeVisit',
	permission: 'log:review',
	audit: 'always',
	subject: ({ visitId, judgement }: JudgeVisitInput) => ({
		type: 'log-review',
		id: visitId,
		reason: judgement
	}),
	async run(work, { reviewId, visitId, judgement, note }: JudgeVisitInput): Promise<void> {
		if (judgement === 'follow-up' && note === null) throw new Problem('invalid-input', { field: 'note' });
		const review = await findReview(work, { id: reviewId });
		if (!review) throw new Problem('not-found');
		if (review.signed) throw new Problem('changed-meanwhile');
		const visit = (await listReviewedVisits(work, reviewId)).find(({ id }) => id === visitId);
		if (!visit) throw new Problem('not-found');
		const by = reviewerOf(work);
		if (!mayJudge(by, visit)) throw new Problem('not-permitted', { permission: 'log:review' });
		await updateJudgement(work, visitId, { judgement, note, by, on: work.today });
	}
});

/** A review is a named person's: the system may draw one but not judge it. */
export function reviewerOf({ actor }: Pick<Work, 'actor'>): string {
	if (actor.kind !== 'staff') throw new Problem('not-permitted', { permission: 'log:review' });
	return actor.staffId;
}

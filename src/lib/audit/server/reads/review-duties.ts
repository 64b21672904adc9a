import {
	countVisitsByReview,
	findFirstDay,
	listReviewedVisits,
	listReviewsOfBoard
} from '../review/queries.ts';
import { countStuck, type Reviewer } from '../../assign-reviewer.ts';
import { listMonths, monthOf, reviewDueOn, reviewStateOf, type Month } from '../../review-month.ts';
import { findNames, listReviewers } from '#lib/access/server/colleagues/queries.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { read } from '#lib/shared/server/read.ts';

/** A month whose review is to be done. */
export interface ReviewDuty {
	readonly month: Month;
	readonly isOverdue: boolean;
	readonly dueOn: LocalDate;
	readonly isDrawn: boolean;
	/** The name of the person it is assigned to; null when nobody is. */
	readonly assignedTo: string | null;
	/** Visits that wait for another reviewer than there is. */
	readonly stuck: number;
	readonly drawn: number;
	readonly judged: number;
}

export interface ReviewDuties {
	/** The latest first. */
	readonly months: readonly ReviewDuty[];
	/** Who may be assigned one. */
	readonly reviewers: readonly Reviewer[];
}

/**
 * The log reviews that are to be done and whose they are, for whoever sees to that they are: nothing of what was drawn. About
 * staff, and nothing of any case.
 */
export const reviewDuties = read({
	name: 'reviewDuties',
	permission: 'log:assign',
	audit: 'none',
	subject: null,
	async run(work, _input: Record<never, never>): Promise<ReviewDuties> {
		const reviewers = await listReviewers(work);
		const firstDay = await findFirstDay(work);
		if (!firstDay) return { months: [], reviewers };
		const reviews = new Map((await listReviewsOfBoard(work)).map((review) => [review.month, review]));
		const counts = await countVisitsByReview(work);
		const names = await findNames(
			work.tx,
			[...reviews.values()].flatMap(({ assignedTo }) => assignedTo ?? [])
		);
		const months: ReviewDuty[] = [];
		for (const month of listMonths(monthOf(firstDay), monthOf(work.today))) {
			const review = reviews.get(month);
			const facts = { isSigned: Boolean(review?.signed), hasVisits: review?.visitCount !== 0 };
			const state = reviewStateOf(month, facts, work.today);
			if (state !== 'due' && state !== 'overdue') continue;
			const count = review ? counts.get(review.id) : undefined;
			const assignedTo = review?.assignedTo ?? null;
			months.push({
				month,
				isOverdue: state === 'overdue',
				dueOn: reviewDueOn(month),
				isDrawn: review !== undefined,
				assignedTo: assignedTo === null ? null : (names.get(assignedTo) ?? assignedTo),
				stuck: review ? countStuck(await listReviewedVisits(work, review.id), reviewers) : 0,
				drawn: count?.drawn ?? 0,
				judged: count?.judged ?? 0
			});
		}
		return { months, reviewers };
	}
});

import { countVisitsByReview, findFirstDay, listReviewsOfBoard } from '../review/queries.ts';
import type { LogReview } from '../../log-review.ts';
import {
	listMonths,
	monthOf,
	reviewDueOn,
	reviewStateOf,
	type Month,
	type ReviewState
} from '../../review-month.ts';
import { findNames } from '#lib/access/server/colleagues/queries.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { read } from '#lib/shared/server/read.ts';

export interface MonthRow {
	readonly month: Month;
	readonly state: ReviewState;
	readonly dueOn: LocalDate;
	/** Null until it has been drawn. */
	readonly review:
		(LogReview & { readonly drawn: number; readonly judged: number; readonly followUp: number }) | null;
	/** Whose it is to do; null while nobody has been assigned it. */
	readonly assignedTo: string | null;
	/** Null until it has been signed. */
	readonly signedBy: string | null;
}

/** Every month since staff first worked with cases, the latest first, with how its review stands today. */
export const listReviews = read({
	name: 'listReviews',
	permission: 'log:review',
	audit: 'always',
	subject: () => ({ type: 'log-review', id: null }),
	async run(work, _input: Record<never, never>): Promise<readonly MonthRow[]> {
		const firstDay = await findFirstDay(work);
		if (!firstDay) return [];
		const reviews = new Map((await listReviewsOfBoard(work)).map((review) => [review.month, review]));
		const counts = await countVisitsByReview(work);
		const people = [...reviews.values()].flatMap(({ signed, assignedTo }) =>
			[signed?.by ?? [], assignedTo ?? []].flat()
		);
		const names = await findNames(work.tx, people);
		return listMonths(monthOf(firstDay), monthOf(work.today)).map((month) => {
			const review = reviews.get(month);
			const facts = { isSigned: Boolean(review?.signed), hasVisits: review?.visitCount !== 0 };
			const count = review ? (counts.get(review.id) ?? { drawn: 0, judged: 0, followUp: 0 }) : null;
			const by = review?.signed?.by ?? null;
			const assigned = review?.assignedTo ?? null;
			return {
				month,
				state: reviewStateOf(month, facts, work.today),
				dueOn: reviewDueOn(month),
				review: review && count ? { ...review, ...count } : null,
				assignedTo: assigned === null ? null : (names.get(assigned) ?? assigned),
				signedBy: by === null ? null : (names.get(by) ?? by)
			};
		});
	}
});

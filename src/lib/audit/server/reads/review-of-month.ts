import { findReview, listReviewedVisits } from '../review/queries.ts';
import { maySign } from '../../assign-reviewer.ts';
import type { LogReview, ReviewedVisit } from '../../log-review.ts';
import { reviewDueOn, reviewStateOf, type Month, type ReviewState } from '../../review-month.ts';
import { listCaseNumbers } from '#lib/cases/server/queries.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { findNames, listReviewers } from '#lib/access/server/colleagues/queries.ts';
import { Problem } from '#lib/shared/problem.ts';
import { read } from '#lib/shared/server/read.ts';

export interface NamedVisit extends ReviewedVisit {
	/** The person's name, or the id where there is no account. */
	readonly actorName: string;
	/** Null for lists, and for a case that has been erased since. */
	readonly caseNumber: string | null;
	readonly judgedByName: string | null;
	/** Whether it is the reader's own visit, which somebody else has to judge. */
	readonly isOwn: boolean;
}

export interface ReviewOfMonth extends LogReview {
	readonly state: ReviewState;
	readonly dueOn: LocalDate;
	readonly signedByName: string | null;
	/** Whose it is to do; null while nobody has been assigned it. */
	readonly assignedToName: string | null;
	/** Whether the reader is the one to sign. */
	readonly maySign: boolean;
	/** Whether somebody else holds the role, who can judge the reader's own visits. */
	readonly hasOther: boolean;
	readonly visits: readonly NamedVisit[];
}

/** A month's review with its visits. Refuses a month whose review has not been drawn (`not-found`). */
export const reviewOfMonth = read({
	name: 'reviewOfMonth',
	permission: 'log:review',
	audit: 'always',
	subject: ({ month }: { readonly month: Month }, { id }: ReviewOfMonth) => ({
		type: 'log-review',
		id,
		reason: month
	}),
	async run(work, { month }): Promise<ReviewOfMonth> {
		const review = await findReview(work, { month });
		if (!review) throw new Problem('not-found');
		const visits = await listReviewedVisits(work, review.id);
		const { signed } = review;
		const people = visits.flatMap(({ actorId, judged }) => [actorId, judged?.by ?? actorId]);
		const { assignedTo } = review;
		const names = await findNames(work.tx, [...people, signed?.by ?? [], assignedTo ?? []].flat());
		const caseNumbers = await listCaseNumbers(
			work,
			visits.flatMap(({ caseId }) => caseId ?? [])
		);
		const nameOf = (id: string): string => names.get(id) ?? id;
		const reader = work.actor.kind === 'staff' ? work.actor.staffId : null;
		return {
			...review,
			state: reviewStateOf(
				month,
				{ isSigned: signed !== null, hasVisits: review.visitCount > 0 },
				work.today
			),
			dueOn: reviewDueOn(month),
			assignedToName: assignedTo === null ? null : nameOf(assignedTo),
			maySign: reader !== null && maySign(reader, assignedTo),
			hasOther: (await listReviewers(work)).some(({ staffId }) => staffId !== reader),
			signedByName: signed ? nameOf(signed.by) : null,
			visits: visits.map((visit) => ({
				...visit,
				actorName: nameOf(visit.actorId),
				caseNumber: visit.caseId ? (caseNumbers.get(visit.caseId) ?? null) : null,
				judgedByName: visit.judged ? nameOf(visit.judged.by) : null,
				isOwn: visit.actorId === reader
			}))
		};
	}
});

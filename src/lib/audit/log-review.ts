/** A month's log review (loggkontroll): what was drawn, what a named reviewer thought of it, and that it was signed. */
import type { CaseId, LogReviewId, ReviewedVisitId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Month } from './review-month.ts';
import type { SampleReason } from './review-rules.ts';

export const judgements = ['in-order', 'follow-up'] as const;
export type Judgement = (typeof judgements)[number];

export interface ReviewedVisit {
	readonly id: ReviewedVisitId;
	readonly actorId: string;
	readonly caseId: CaseId | null;
	readonly day: LocalDate;
	readonly firstAt: Date;
	readonly lastAt: Date;
	readonly reads: number;
	readonly writes: number;
	readonly actions: readonly string[];
	readonly reasons: readonly SampleReason[];
	/** Null until somebody has judged it. */
	readonly judged: {
		readonly judgement: Judgement;
		readonly note: string | null;
		readonly by: string;
		readonly on: LocalDate;
	} | null;
}

/** Where the chain was, and what the check of it said, when the review was signed. */
export interface SignedReview {
	readonly by: string;
	readonly on: LocalDate;
	/** Null when the log was empty. */
	readonly chainSeq: number | null;
	/** Printed on the review: what `genklang verify-audit --expect` compares with. */
	readonly chainSeal: string | null;
	/** What was wrong with the chain then; null when it was whole. */
	readonly chainFault: string | null;
}

export interface LogReview {
	readonly id: LogReviewId;
	readonly month: Month;
	readonly seed: string;
	readonly drawnOn: LocalDate;
	/** How many visits there were to draw from. */
	readonly visitCount: number;
	/** Whose it is to do: staff id; null while nobody has been assigned it. */
	readonly assignedTo: string | null;
	readonly signed: SignedReview | null;
}

/** What stops a review from being signed, or null. */
export function mayNotSign(visits: readonly ReviewedVisit[]): 'visits-left' | null {
	return visits.some(({ judged }) => judged === null) ? 'visits-left' : null;
}

/** Whether the reviewer may judge the visit: never their own. */
export function mayJudge(reviewerId: string, visit: Pick<ReviewedVisit, 'actorId'>): boolean {
	return visit.actorId !== reviewerId;
}

/** What log reviews are made of, and the reviews themselves, to and from their tables. */
import { and, asc, desc, eq, isNotNull, min, ne, or, sql } from 'drizzle-orm';
import type { BoardId, CaseId, LogReviewId, ReviewedVisitId } from '#lib/shared/ids.ts';
import { toLocalDate, type LocalDate } from '#lib/shared/local-date.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import type { Work } from '#lib/shared/server/work.ts';
import type { LogReview, ReviewedVisit, SignedReview } from '../../log-review.ts';
import type { Month } from '../../review-month.ts';
import type { SampledVisit } from '../../draw-sample.ts';
import type { ReviewLine } from '../../visit.ts';
import { auditEvents, logReviews, logReviewVisits } from '../tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}

const reviewLine = {
	happenedAt: auditEvents.happenedAt,
	action: auditEvents.action,
	kind: auditEvents.kind,
	caseId: auditEvents.caseId,
	actorId: sql<string>`coalesce(${auditEvents.actorId}, ${auditEvents.actorKind})`
};

/** Somebody's case or a list of cases, but not the log review's own reading of them. */
const concernsPeople = and(
	or(isNotNull(auditEvents.caseId), eq(auditEvents.subjectType, 'case-list')),
	ne(auditEvents.workContext, 'log-review')
);

/** What staff did with people's cases on the days, both included. */
export async function listStaffLines(
	{ tx, boardId }: Scope,
	from: LocalDate,
	to: LocalDate
): Promise<readonly ReviewLine[]> {
	// The index is by moment; a day more on each side covers every time zone, the exact day is checked below.
	const rows = await tx
		.select(reviewLine)
		.from(auditEvents)
		.where(
			and(
				eq(auditEvents.boardId, boardId),
				eq(auditEvents.actorKind, 'staff'),
				concernsPeople,
				sql`${auditEvents.happenedAt} >= ${from}::date - 1`,
				sql`${auditEvents.happenedAt} < ${to}::date + 2`
			)
		);
	return rows.filter(({ happenedAt }) => {
		const day = toLocalDate(happenedAt);
		return from <= day && day <= to;
	});
}

/** Everybody's lines about the case, and, from the day on, about lists that it was in. */
export async function listLinesOfCase(
	{ tx, boardId }: Scope,
	caseId: CaseId
): Promise<readonly (ReviewLine & { readonly actorKind: string; readonly workContext: string })[]> {
	return tx
		.select({ ...reviewLine, actorKind: auditEvents.actorKind, workContext: auditEvents.workContext })
		.from(auditEvents)
		.where(and(eq(auditEvents.boardId, boardId), eq(auditEvents.caseId, caseId)))
		.orderBy(asc(auditEvents.happenedAt), asc(auditEvents.id));
}

/** When staff opened the list of all cases, from the day on. */
export async function listListLines({ tx, boardId }: Scope, from: LocalDate): Promise<readonly ReviewLine[]> {
	const rows = await tx
		.select(reviewLine)
		.from(auditEvents)
		.where(
			and(
				eq(auditEvents.boardId, boardId),
				eq(auditEvents.subjectType, 'case-list'),
				eq(auditEvents.actorKind, 'staff'),
				sql`${auditEvents.happenedAt} >= ${from}::date - 1`
			)
		)
		.orderBy(asc(auditEvents.happenedAt), asc(auditEvents.id));
	return rows.filter(({ happenedAt }) => toLocalDate(happenedAt) >= from);
}

/** The day staff first did something with a person's case; null before that. */
export async function findFirstDay({ tx, boardId }: Scope): Promise<LocalDate | null> {
	const rows = await tx
		.select({ first: min(auditEvents.happenedAt) })
		.from(auditEvents)
		.where(and(eq(auditEvents.boardId, boardId), eq(auditEvents.actorKind, 'staff'), concernsPeople));
	const first = rows[0]?.first;
	return first ? toLocalDate(first) : null;
}

type ReviewRow = typeof logReviews.$inferSelect;

function toLogReview({ id, month, seed, drawnOn, visitCount, ...row }: ReviewRow): LogReview {
	const { assignedTo, signedBy, signedOn, chainSeq, chainSeal, chainFault } = row;
	const signed =
		signedBy && signedOn ? { by: signedBy, on: signedOn, chainSeq, chainSeal, chainFault } : null;
	return { id, month, seed, drawnOn, visitCount, assignedTo, signed };
}

/** The board's reviews, the latest month first. */
export async function listReviewsOfBoard({ tx, boardId }: Scope): Promise<readonly LogReview[]> {
	const rows = await tx
		.select()
		.from(logReviews)
		.where(eq(logReviews.boardId, boardId))
		.orderBy(desc(logReviews.month));
	return rows.map(toLogReview);
}

/** The review of the month, held until the transaction ends; or null. */
export async function findReview(
	{ tx, boardId }: Scope,
	of: { readonly month: Month } | { readonly id: LogReviewId }
): Promise<LogReview | null> {
	const rows = await tx
		.select()
		.from(logReviews)
		.where(
			and(
				eq(logReviews.boardId, boardId),
				'month' in of ? eq(logReviews.month, of.month) : eq(logReviews.id, of.id)
			)
		)
		.for('update');
	return rows[0] ? toLogReview(rows[0]) : null;
}

/** Stores a review with the visits that were drawn. */
export async function insertReview(
	{ tx, boardId, newId }: Scope & Pick<Work, 'newId'>,
	review: Omit<LogReview, 'signed'>,
	sample: readonly SampledVisit[]
): Promise<void> {
	await tx.insert(logReviews).values({ boardId, ...review });
	const rows = sample.map(({ visit, reasons }, index) => {
		const { actorId, caseId, day, firstAt, lastAt, reads, writes, actions } = visit;
		const id = newId() as ReviewedVisitId;
		const place = { boardId, id, reviewId: review.id, position: index + 1 };
		return { ...place, actorId, caseId, day, firstAt, lastAt, reads, writes, actions, reasons };
	});
	if (rows.length > 0) await tx.insert(logReviewVisits).values(rows);
}

type SealedScope = Scope & Pick<Work, 'cipher'>;

/** The visits of a review in the order they were drawn. */
export async function listReviewedVisits(
	{ tx, boardId, cipher }: SealedScope,
	reviewId: LogReviewId
): Promise<readonly ReviewedVisit[]> {
	const rows = await tx
		.select()
		.from(logReviewVisits)
		.where(and(eq(logReviewVisits.boardId, boardId), eq(logReviewVisits.reviewId, reviewId)))
		.orderBy(asc(logReviewVisits.position));
	const { open } = await cipher();
	return rows.map(({ boardId: _board, reviewId: _review, position: _position, ...row }) => {
		const { judgement, note, judgedBy: by, judgedOn: on, ...visit } = row;
		const judged =
			judgement && by && on
				? { judgement, note: open('log_review_visits.note', row.id, note), by, on }
				: null;
		return { ...visit, judged };
	});
}

/** Counts visits by review: all, judged, and those to be followed up. */
export async function countVisitsByReview({
	tx,
	boardId
}: Scope): Promise<
	ReadonlyMap<LogReviewId, { readonly drawn: number; readonly judged: number; readonly followUp: number }>
> {
	const rows = await tx
		.select({
			reviewId: logReviewVisits.reviewId,
			drawn: sql<number>`count(*)::int`,
			judged: sql<number>`count(${logReviewVisits.judgement})::int`,
			followUp: sql<number>`(count(*) filter (where ${logReviewVisits.judgement} = 'follow-up'))::int`
		})
		.from(logReviewVisits)
		.where(eq(logReviewVisits.boardId, boardId))
		.groupBy(logReviewVisits.reviewId);
	return new Map(rows.map(({ reviewId, ...counts }) => [reviewId, counts]));
}

/** Stores what a reviewer thought of a visit; an earlier judgement of the same visit is replaced. */
export async function updateJudgement(
	{ tx, boardId, cipher }: SealedScope,
	id: ReviewedVisitId,
	judged: NonNullable<ReviewedVisit['judged']>
): Promise<void> {
	const note = (await cipher()).seal('log_review_visits.note', id, judged.note);
	await tx
		.update(logReviewVisits)
		.set({ judgement: judged.judgement, note, judgedBy: judged.by, judgedOn: judged.on })
		.where(and(eq(logReviewVisits.boardId, boardId), eq(logReviewVisits.id, id)));
}

export async function updateAssigned(
	{ tx, boardId }: Scope,
	id: LogReviewId,
	assignedTo: string
): Promise<void> {
	await tx
		.update(logReviews)
		.set({ assignedTo })
		.where(and(eq(logReviews.boardId, boardId), eq(logReviews.id, id)));
}

export async function updateAsSigned(
	{ tx, boardId }: Scope,
	id: LogReviewId,
	signed: SignedReview
): Promise<void> {
	const { by, on, chainSeq, chainSeal, chainFault } = signed;
	await tx
		.update(logReviews)
		.set({ signedBy: by, signedOn: on, chainSeq, chainSeal, chainFault })
		.where(and(eq(logReviews.boardId, boardId), eq(logReviews.id, id)));
}

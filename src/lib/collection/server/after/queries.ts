/** Corrections and restrictions of responses to and from their tables. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { findNames } from '#lib/access/server/colleagues/queries.ts';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import type { InstrumentScores } from '#lib/scoring/score.ts';
import type { CaseId, CorrectionId, ResponseId, RestrictionId } from '#lib/shared/ids.ts';
import { toLocalDate } from '#lib/shared/local-date.ts';
import type { Work } from '#lib/shared/server/work.ts';
import type { Correction, Restriction } from '../../correction.ts';
import type { RestrictionGround } from '../../restriction.ts';
import type { UnansweredMarks } from '../../unanswered.ts';
import { responseCorrections, responseRestrictions } from '../correction-tables.ts';
import { toScoreRows } from '../response/queries.ts';
import { administrations, responses, scores } from '../tables.ts';

type Scope = Pick<Work, 'tx' | 'boardId'>;
type SealedScope = Scope & Pick<Work, 'cipher'>;

/** Holds the response until the transaction ends, so that corrections come one at a time. False when there is none. */
export async function holdResponse({ tx, boardId }: Scope, id: ResponseId): Promise<boolean> {
	const rows = await tx
		.select({ id: responses.id })
		.from(responses)
		.where(and(eq(responses.boardId, boardId), eq(responses.id, id)))
		.for('update');
	return rows.length === 1;
}

/** How many times the response has been corrected. */
export async function countCorrections({ tx, boardId }: Scope, id: ResponseId): Promise<number> {
	return tx.$count(
		responseCorrections,
		and(eq(responseCorrections.boardId, boardId), eq(responseCorrections.responseId, id))
	);
}

interface NewCorrection {
	readonly id: CorrectionId;
	readonly responseId: ResponseId;
	readonly correctedAt: Date;
	readonly correctedBy: string;
	readonly reason: string;
	readonly answersBefore: Answers;
	readonly scoresBefore: readonly InstrumentScores[];
	/** Why questions had no answer, where that changes too. */
	readonly unansweredBefore?: UnansweredMarks;
}

/** Writes what stood there before, then the corrected answers and their scores in its place. */
export async function insertCorrection(
	{ tx, boardId, cipher }: SealedScope,
	{ reason, answersBefore, ...correction }: NewCorrection,
	corrected: {
		readonly answers: Answers;
		readonly scored: InstrumentScores;
		/** Left out, what was said of questions without an answer stays. */
		readonly unanswered?: UnansweredMarks;
	}
): Promise<void> {
	const { seal } = await cipher();
	const { id, responseId } = correction;
	await tx.insert(responseCorrections).values({
		boardId,
		...correction,
		reason: seal('response_corrections.reason', id, reason),
		answersBefore: seal('response_corrections.answers_before', id, JSON.stringify(answersBefore))
	});
	// The database refuses every change of an answer but that of the response it has been told.
	await tx.execute(sql`select set_config('genklang.answers_change', ${responseId}, true)`);
	await tx
		.update(responses)
		.set({
			answers: seal('responses.answers', responseId, JSON.stringify(corrected.answers)),
			...(corrected.unanswered ? { unanswered: corrected.unanswered } : {})
		})
		.where(and(eq(responses.boardId, boardId), eq(responses.id, responseId)));
	await tx.execute(sql`select set_config('genklang.answers_change', '', true)`);
	await tx.delete(scores).where(and(eq(scores.boardId, boardId), eq(scores.responseId, responseId)));
	const rows = toScoreRows(corrected.scored).map((row) => ({ boardId, responseId, ...row }));
	if (rows.length > 0) await tx.insert(scores).values(rows);
}

/** The response's corrections, the first one first. */
export async function listCorrections(
	{ tx, boardId, cipher }: SealedScope,
	responseId: ResponseId
): Promise<readonly Correction[]> {
	const rows = await tx
		.select()
		.from(responseCorrections)
		.where(and(eq(responseCorrections.boardId, boardId), eq(responseCorrections.responseId, responseId)))
		.orderBy(asc(responseCorrections.correctedAt), asc(responseCorrections.id));
	const { open } = await cipher();
	const names = await findNames(
		tx,
		rows.map(({ correctedBy }) => correctedBy)
	);
	return rows.map(({ id, correctedAt, correctedBy, reason, answersBefore, scoresBefore }) => ({
		id,
		correctedOn: toLocalDate(correctedAt),
		by: { staffId: correctedBy, name: names.get(correctedBy) ?? null },
		reason: open('response_corrections.reason', id, reason),
		answersBefore: JSON.parse(open('response_corrections.answers_before', id, answersBefore)) as Answers,
		scoresBefore
	}));
}

interface NewRestriction {
	readonly id: RestrictionId;
	readonly responseId: ResponseId;
	readonly ground: RestrictionGround;
	readonly restrictedBy: string;
}

/** Restricts the response from today. The database itself refuses a second restriction at the same time. */
export async function insertRestriction(
	{ tx, boardId, today }: Scope & Pick<Work, 'today'>,
	restriction: NewRestriction
): Promise<void> {
	await tx.insert(responseRestrictions).values({ boardId, ...restriction, restrictedOn: today });
}

/** Lifts the restriction that is in force, from today. False when there is none. */
export async function updateAsLifted(
	{ tx, boardId, today }: Scope & Pick<Work, 'today'>,
	responseId: ResponseId,
	liftedBy: string
): Promise<boolean> {
	const rows = await tx
		.update(responseRestrictions)
		.set({ liftedOn: today, liftedBy })
		.where(
			and(
				eq(responseRestrictions.boardId, boardId),
				eq(responseRestrictions.responseId, responseId),
				isNull(responseRestrictions.liftedOn)
			)
		)
		.returning({ id: responseRestrictions.id });
	return rows.length === 1;
}

/** The response's restrictions, the first one first; only the last can be in force. */
export async function listRestrictions(
	{ tx, boardId }: Scope,
	responseId: ResponseId
): Promise<readonly Restriction[]> {
	const rows = await tx
		.select()
		.from(responseRestrictions)
		.where(and(eq(responseRestrictions.boardId, boardId), eq(responseRestrictions.responseId, responseId)))
		.orderBy(
			asc(responseRestrictions.restrictedOn),
			asc(responseRestrictions.liftedOn),
			asc(responseRestrictions.id)
		);
	const names = await findNames(
		tx,
		rows.flatMap(({ restrictedBy, liftedBy }) => [restrictedBy, liftedBy ?? []].flat())
	);
	const who = (staffId: string) => ({ staffId, name: names.get(staffId) ?? null });
	return rows.map(({ id, ground, restrictedOn, restrictedBy, liftedOn, liftedBy }) => ({
		id,
		ground,
		restrictedOn,
		restrictedBy: who(restrictedBy),
		lifted: liftedOn && liftedBy ? { on: liftedOn, by: who(liftedBy) } : null
	}));
}

/** The case's responses that may not be used now. Whatever compares or counts responses leaves them out. */
export async function listRestrictedResponses(
	{ tx, boardId }: Scope,
	caseId: CaseId
): Promise<ReadonlySet<ResponseId>> {
	const rows = await tx
		.select({ id: responses.id })
		.from(responses)
		.innerJoin(
			administrations,
			and(eq(administrations.boardId, responses.boardId), eq(administrations.id, responses.administrationId))
		)
		.where(and(eq(responses.boardId, boardId), eq(administrations.caseId, caseId), isRestricted));
	return new Set(rows.map(({ id }) => id));
}

/** That a row of `responses` may not be used now; `not` it in every compilation of responses. */
export const isRestricted = sql`exists (
	select from ${responseRestrictions} as restriction
	where restriction.board_id = ${responses.boardId} and restriction.response_id = ${responses.id}
		and restriction.lifted_on is null
)`;

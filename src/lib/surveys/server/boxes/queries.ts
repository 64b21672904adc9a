/** Rows of boxes, what lies sealed in them, and what comes out. */
import { and, eq, gt, inArray, ne, sql } from 'drizzle-orm';
import type {
	AnonymousTextId,
	AnswerBoxId,
	BoardId,
	ProviderId,
	ResponseId,
	SurveyId
} from '#lib/shared/ids.ts';
import type { LocalDate, Quarter } from '#lib/shared/local-date.ts';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import type { Work } from '#lib/shared/server/work.ts';
import type { BoxFacts, LanguageCounts } from '../../answer-box.ts';
import type { AnswerBox } from '../../seal-answers.ts';
import { answerBoxes, sealedAnswers } from '../box-tables.ts';
import { anonymousResponses, surveyCodes } from '../tables.ts';
import { anonymousTexts } from '../text-tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}

export interface OpenBox extends AnswerBox {
	readonly id: AnswerBoxId;
	readonly surveyId: SurveyId;
	readonly quarter: Quarter;
}

export async function insertBox({ tx, boardId }: Scope, box: OpenBox): Promise<void> {
	await tx.insert(answerBoxes).values({ boardId, ...box, state: 'open' });
}

const boxColumns = {
	id: answerBoxes.id,
	surveyId: answerBoxes.surveyId,
	quarter: answerBoxes.quarter,
	publicKey: answerBoxes.publicKey,
	size: answerBoxes.size
};

/**
 * A box that has not been emptied, locked: what is being put in it is waited for, and nothing more gets in before it is
 * done. Null when it has been emptied.
 */
export async function lockBox({ tx, boardId }: Scope, boxId: AnswerBoxId): Promise<OpenBox | null> {
	const rows = await tx
		.select(boxColumns)
		.from(answerBoxes)
		.where(and(eq(answerBoxes.boardId, boardId), eq(answerBoxes.id, boxId), ne(answerBoxes.state, 'emptied')))
		.for('update');
	return rows[0] ?? null;
}

/** The box that answers to the survey are put in now, or null. */
export async function findOpenBox({ tx, boardId }: Scope, surveyId: SurveyId): Promise<OpenBox | null> {
	const rows = await tx
		.select(boxColumns)
		.from(answerBoxes)
		.where(
			and(eq(answerBoxes.boardId, boardId), eq(answerBoxes.surveyId, surveyId), eq(answerBoxes.state, 'open'))
		);
	return rows[0] ?? null;
}

/** Boxes that have not been emptied. */
export async function listFullBoxes({
	tx,
	boardId
}: Scope): Promise<readonly { readonly id: AnswerBoxId; readonly surveyId: SurveyId }[]> {
	return tx
		.select({ id: answerBoxes.id, surveyId: answerBoxes.surveyId })
		.from(answerBoxes)
		.where(and(eq(answerBoxes.boardId, boardId), ne(answerBoxes.state, 'emptied')));
}

/** How the survey's boxes have gone, the first first. */
export async function listBoxesOf({ tx, boardId }: Scope, surveyId: SurveyId): Promise<readonly BoxFacts[]> {
	const rows = await tx
		.select({
			state: answerBoxes.state,
			emptiedOn: answerBoxes.emptiedOn,
			tooFew: answerBoxes.tooFew,
			unreadable: answerBoxes.unreadable
		})
		.from(answerBoxes)
		.where(and(eq(answerBoxes.boardId, boardId), eq(answerBoxes.surveyId, surveyId)))
		.orderBy(answerBoxes.quarter);
	return rows.map(({ state, emptiedOn, tooFew, unreadable }) => ({
		state,
		emptiedOn,
		hadTooFew: (tooFew ?? 0) > 0,
		hadUnreadable: (unreadable ?? 0) > 0
	}));
}

/** Says that the box's key is not to be found. */
export async function markLost({ tx, boardId }: Scope, boxId: AnswerBoxId): Promise<void> {
	await tx
		.update(answerBoxes)
		.set({ state: 'lost' })
		.where(and(eq(answerBoxes.boardId, boardId), eq(answerBoxes.id, boxId)));
}

export interface SealedAnswer {
	readonly id: ResponseId;
	readonly boxId: AnswerBoxId;
	readonly providerId: ProviderId;
	readonly sealed: string;
}

/**
 * Puts a sealed answer in its box and touches nothing else: no log, no counter, no time. False when the box has been
 * emptied meanwhile: then it has to be sealed anew to the next one. The same id again does nothing.
 */
export async function putInBox(
	work: Work,
	{ id, boxId, providerId, sealed }: SealedAnswer
): Promise<boolean> {
	const rows = await work.query<{ isOpen: boolean }>(sql`
		with box as (
			select id from ${answerBoxes}
			where board_id = ${work.boardId} and id = ${boxId}::uuid and state = 'open'
			for key share
		), put as (
			insert into ${sealedAnswers} (board_id, id, box_id, provider_id, sealed)
			select ${work.boardId}, ${id}::uuid, box.id, ${providerId}::uuid, ${sealed}::text from box
			on conflict do nothing
		)
		select exists (select from box) as "isOpen"`);
	return rows[0]?.isOpen ?? false;
}

/** What became of an answer that came with a code. */
export type CodeOutcome = 'stored' | 'used' | 'box-closed';

/**
 * The same, and the code is used up: both or neither. An answer that is already there is stored, whoever used the code. The
 * code leads to an answer that lies sealed; when the box is emptied nothing of it leads on.
 */
export async function putInBoxWithCode(
	work: Work,
	codeHash: string,
	{ id, boxId, providerId, sealed }: SealedAnswer
): Promise<CodeOutcome> {
	const rows = await work.query<{ isOpen: boolean; isStored: boolean }>(sql`
		with box as (
			select id from ${answerBoxes}
			where board_id = ${work.boardId} and id = ${boxId}::uuid and state = 'open'
			for key share
		), code as (
			update ${surveyCodes} set is_used = true
			where board_id = ${work.boardId} and code_hash = ${codeHash} and not is_used and exists (select from box)
			returning code_hash
		), put as (
			insert into ${sealedAnswers} (board_id, id, box_id, provider_id, sealed)
			select ${work.boardId}, ${id}::uuid, box.id, ${providerId}::uuid, ${sealed}::text from box, code
			on conflict do nothing
		)
		select exists (select from box) as "isOpen", exists (select from code) or exists (
			select from ${sealedAnswers} where board_id = ${work.boardId} and id = ${id}::uuid
		) as "isStored"`);
	const [row] = rows;
	if (row?.isStored) return 'stored';
	return row?.isOpen ? 'used' : 'box-closed';
}

/** Puts many in at once, in the order given. */
export async function putManyInBox({ tx, boardId }: Scope, answers: readonly SealedAnswer[]): Promise<void> {
	if (answers.length === 0) return;
	await tx.insert(sealedAnswers).values(answers.map((answer) => ({ boardId, ...answer })));
}

/** Sealed answers of a box, so many at a time, in the order of their random ids. */
export async function listSealed(
	{ tx, boardId }: Scope,
	boxId: AnswerBoxId,
	after: ResponseId | null,
	limit: number
): Promise<readonly SealedAnswer[]> {
	return tx
		.select({
			id: sealedAnswers.id,
			boxId: sealedAnswers.boxId,
			providerId: sealedAnswers.providerId,
			sealed: sealedAnswers.sealed
		})
		.from(sealedAnswers)
		.where(
			and(
				eq(sealedAnswers.boardId, boardId),
				eq(sealedAnswers.boxId, boxId),
				after === null ? undefined : gt(sealedAnswers.id, after)
			)
		)
		.orderBy(sealedAnswers.id)
		.limit(limit);
}

export interface EmptiedBox {
	readonly emptiedOn: LocalDate;
	readonly takenOut: number;
	readonly tooFew: number;
	readonly unreadable: number;
	readonly languages: LanguageCounts;
}

/** Says that the box has been emptied, and takes away what lay sealed in it. */
export async function closeBox(
	{ tx, boardId }: Scope,
	boxId: AnswerBoxId,
	emptied: EmptiedBox
): Promise<void> {
	await tx
		.delete(sealedAnswers)
		.where(and(eq(sealedAnswers.boardId, boardId), eq(sealedAnswers.boxId, boxId)));
	await tx
		.update(answerBoxes)
		.set({ state: 'emptied', ...emptied })
		.where(and(eq(answerBoxes.boardId, boardId), eq(answerBoxes.id, boxId)));
}

export interface ReleasedAnswer {
	readonly id: ResponseId;
	readonly surveyId: SurveyId;
	readonly providerId: ProviderId;
	readonly quarter: Quarter;
	readonly instrumentId: string;
	readonly instrumentVersion: string;
	/** Answers by code. */
	readonly answers: Answers;
}

const rowsTogether = 500;

/** Stores answers that have been taken out of a box, in the order given: shuffled by whoever calls. */
export async function insertReleased(
	{ tx, boardId }: Scope,
	answers: readonly ReleasedAnswer[]
): Promise<void> {
	for (let at = 0; at < answers.length; at += rowsTogether) {
		const rows = answers.slice(at, at + rowsTogether).map((answer) => ({ boardId, ...answer }));
		await tx.insert(anonymousResponses).values(rows);
	}
}

export interface ReleasedText {
	readonly id: AnonymousTextId;
	readonly surveyId: SurveyId;
	readonly providerId: ProviderId | null;
	readonly quarter: Quarter;
	readonly question: string;
	readonly words: string;
}

/** Stores what was written, sealed with the board's own key, in the order given: shuffled by whoever calls. */
export async function insertReleasedTexts(work: Work, texts: readonly ReleasedText[]): Promise<void> {
	const cipher = await work.cipher();
	for (let at = 0; at < texts.length; at += rowsTogether) {
		const rows = texts.slice(at, at + rowsTogether).map(({ words, ...text }) => ({
			boardId: work.boardId,
			...text,
			words: cipher.seal('anonymous_texts.words', text.id, words),
			state: 'unreviewed' as const
		}));
		await work.tx.insert(anonymousTexts).values(rows);
	}
}

/** Of the boxes named, those that are not there or have been emptied: their keys have no more use. */
export async function listUseless(tx: Orm, boxIds: readonly string[]): Promise<readonly string[]> {
	if (boxIds.length === 0) return [];
	const full = await tx
		.select({ id: answerBoxes.id })
		.from(answerBoxes)
		.where(and(inArray(answerBoxes.id, boxIds as AnswerBoxId[]), ne(answerBoxes.state, 'emptied')));
	const needed = new Set<string>(full.map(({ id }) => id));
	return boxIds.filter((id) => !needed.has(id));
}

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
import { inBatches, oncePerBoard } from '#lib/shared/server/in-batches.ts';
import { inParts } from '#lib/shared/server/in-parts.ts';
import type { Work } from '#lib/shared/server/work.ts';
import type { BoxFacts, LanguageCounts } from '../../answer-box.ts';
import type { AnswerBox } from '../../seal-answers.ts';
import { answerBoxes, sealedAnswers } from '../box-tables.ts';
import { answeredSoFar } from '../queries.ts';
import { countReleased } from '../counts/queries.ts';
import { anonymousResponses, surveyCodes } from '../tables.ts';
import { anonymousTexts } from '../text-tables.ts';
import { makeRememberedCounts, type RememberedCounts } from './remembered-counts.ts';

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

/** An answer, and how many its link takes; null where there is no limit. */
export type LimitedAnswer = SealedAnswer & { readonly limit: number | null };

/** What became of an answer: the box has been emptied meanwhile, or its link takes no more. */
export type PutOutcome = 'stored' | 'full' | 'box-closed';

/**
 * Puts a sealed answer in its box and touches nothing else: no log, no counter, no time. One whose box has been emptied
 * meanwhile has to be sealed anew to the next one. The same id again does nothing. Those who answer at the same time share a
 * statement, in the order of their random ids; how many there are is counted in it and kept nowhere.
 */
export function putInBox(work: Work, answer: LimitedAnswer): Promise<PutOutcome> {
	return putterOf(work)(answer);
}

const putterOf = oncePerBoard(({ query, boardId }: Pick<Work, 'query' | 'boardId'>) => {
	const counts = makeRememberedCounts(() => performance.now());
	return inBatches<LimitedAnswer, PutOutcome>({
		limit: mostTogether,
		atOnce: 1,
		keyOf: null,
		carryOut: (answers) => putAnswers(query, boardId, counts, answers)
	});
});

/** Also tells PostgreSQL how few rows there are at most. */
const mostTogether = 32;

const sentRows = (answers: readonly object[]) => sql`
	select * from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb)
		as sent(id uuid, "boxId" uuid, "providerId" uuid, sealed text, "codeHash" text, "limit" int, known int)
	limit ${mostTogether}`;

/** The open ones of the boxes that answers were sent to; none is emptied before the statement is done. */
const openBoxes = (boardId: BoardId) => sql`
	select id, survey_id from ${answerBoxes}
	where board_id = ${boardId} and id in (select "boxId" from sent) and state = 'open'
	order by id for key share`;

async function putAnswers(
	query: Work['query'],
	boardId: BoardId,
	counts: RememberedCounts<string>,
	answers: readonly LimitedAnswer[]
): Promise<readonly PutOutcome[]> {
	const links = Map.groupBy(answers, toLink);
	const known = new Map(
		[...links].map(([link, coming]) => {
			const limit = Math.min(...coming.map((answer) => answer.limit ?? Infinity));
			return [link, counts.find(link, { coming: coming.length, limit })];
		})
	);
	const sent = answers.map((answer) => ({ ...answer, known: known.get(toLink(answer)) }));
	// What lies there is gone through once for each provider, however many of the answers are about it.
	const rows = await query<{ id: ResponseId; hasRoom: boolean; answered: number | null }>(sql`
		with sent as (${sentRows(sent)}), box as (${openBoxes(boardId)}), lying as materialized (
			select box.id as "boxId", asked."providerId",
				${answeredSoFar(sql`${boardId}::uuid`, sql`box.survey_id`, sql`box.id`, sql`asked."providerId"`)} as answered
			from (select distinct "boxId", "providerId" from sent where "limit" is not null and known is null) asked
			join box on box.id = asked."boxId"
		), let_in as (
			select sent.*, coalesce(sent.known, lying.answered) as answered, sent."limit" is null
				or exists (select from ${sealedAnswers} same where same.board_id = ${boardId} and same.id = sent.id)
				or coalesce(sent.known, lying.answered)
					+ row_number() over (partition by sent."boxId", sent."providerId" order by sent.id)
					<= sent."limit" as "hasRoom"
			from sent join box on box.id = sent."boxId"
			left join lying on lying."boxId" = sent."boxId" and lying."providerId" = sent."providerId"
		), put as (
			insert into ${sealedAnswers} (board_id, id, box_id, provider_id, sealed)
			select ${boardId}, id, "boxId", "providerId", sealed from let_in
			where "hasRoom"
			order by id
			on conflict do nothing
		)
		select id, "hasRoom", answered from let_in`);
	const rowById = new Map(rows.map((row) => [row.id, row]));
	for (const [link, coming] of links) {
		const found = coming.map(({ id }) => rowById.get(id));
		const answered = found.find((row) => row)?.answered ?? null;
		const letIn = found.filter((row) => row?.hasRoom).length;
		if (answered !== null) counts.keep(link, answered, letIn, known.get(link) === null);
	}
	return answers.map(({ id }) => {
		const found = rowById.get(id);
		return found === undefined ? 'box-closed' : found.hasRoom ? 'stored' : 'full';
	});
}

const toLink = ({ boxId, providerId }: LimitedAnswer): string => `${boxId} ${providerId}`;

/** What became of an answer that came with a code. */
export type CodeOutcome = 'stored' | 'used' | 'box-closed';

/**
 * The same, and the code is used up: both or neither. An answer that is already there is stored, whoever used the code. The
 * code leads to an answer that lies sealed; when the box is emptied nothing of it leads on.
 */
export function putInBoxWithCode(work: Work, codeHash: string, answer: SealedAnswer): Promise<CodeOutcome> {
	return codePutterOf(work)({ ...answer, codeHash });
}

type CodedAnswer = SealedAnswer & { readonly codeHash: string };

const codePutterOf = oncePerBoard(({ query, boardId }: Pick<Work, 'query' | 'boardId'>) =>
	inBatches<CodedAnswer, CodeOutcome>({
		limit: mostTogether,
		atOnce: 1,
		// A code lets in one answer: the second that comes with it finds it used.
		keyOf: ({ codeHash }) => codeHash,
		carryOut: (answers) => putCodedAnswers(query, boardId, answers)
	})
);

async function putCodedAnswers(
	query: Work['query'],
	boardId: BoardId,
	answers: readonly CodedAnswer[]
): Promise<readonly CodeOutcome[]> {
	// In one order, whoever sends: two servers that use up the same codes must not wait for each other.
	const inOrder = [...answers].sort((a, b) => (a.codeHash < b.codeHash ? -1 : 1));
	const rows = await query<{ id: ResponseId; isOpen: boolean; isStored: boolean }>(sql`
		with sent as (${sentRows(inOrder)}), box as (${openBoxes(boardId)}), code as (
			update ${surveyCodes} as c set is_used = true
			from sent
			where c.board_id = ${boardId} and c.code_hash = sent."codeHash" and not c.is_used
				and exists (select from box where box.id = sent."boxId")
			returning c.code_hash
		), put as (
			insert into ${sealedAnswers} (board_id, id, box_id, provider_id, sealed)
			select ${boardId}, sent.id, sent."boxId", sent."providerId", sent.sealed
			from sent join code on code.code_hash = sent."codeHash"
			order by sent.id
			on conflict do nothing
		)
		select sent.id, exists (select from box where box.id = sent."boxId") as "isOpen",
			exists (select from code where code.code_hash = sent."codeHash") or exists (
				select from ${sealedAnswers} a where a.board_id = ${boardId} and a.id = sent.id
			) as "isStored"
		from sent`);
	const rowById = new Map(rows.map((row) => [row.id, row]));
	return answers.map(({ id }) => {
		const row = rowById.get(id);
		if (row?.isStored) return 'stored';
		return row?.isOpen ? 'used' : 'box-closed';
	});
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

/** Stores answers that have been taken out of a box, in the order given: shuffled by whoever calls. And counts them. */
export async function insertReleased(scope: Scope, answers: readonly ReleasedAnswer[]): Promise<void> {
	const { tx, boardId } = scope;
	await inParts(answers, (part) =>
		tx.insert(anonymousResponses).values(part.map((answer) => ({ boardId, ...answer })))
	);
	const rounds = Map.groupBy(answers, ({ surveyId, quarter }) => `${surveyId} ${quarter}`);
	for (const [first] of rounds.values()) {
		if (first) await countReleased(scope, first.surveyId, first.quarter);
	}
}

export interface ReleasedText {
	readonly id: AnonymousTextId;
	readonly surveyId: SurveyId;
	readonly providerId: ProviderId | null;
	readonly quarter: Quarter;
	readonly instrumentId: string;
	readonly question: string;
	readonly words: string;
}

/** Stores what was written, sealed with the board's own key, in the order given: shuffled by whoever calls. */
export async function insertReleasedTexts(
	work: Pick<Work, 'tx' | 'boardId' | 'cipher'>,
	texts: readonly ReleasedText[]
): Promise<void> {
	const cipher = await work.cipher();
	await inParts(texts, (part) =>
		work.tx.insert(anonymousTexts).values(
			part.map(({ words, ...text }) => ({
				boardId: work.boardId,
				...text,
				words: cipher.seal('anonymous_texts.words', text.id, words),
				state: 'unreviewed' as const
			}))
		)
	);
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

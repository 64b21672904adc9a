/** Rows of what people have written. Words leave here unreviewed for the review alone. */
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { AnonymousTextId, BoardId, ProviderId, SurveyId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import type { Work } from '#lib/shared/server/work.ts';
import type { AnonymousText, TextState } from '../../anonymous-text.ts';
import type { TextCount } from '../../free-text/group-texts.ts';
import { asksInstrument } from '../queries.ts';
import { surveys } from '../tables.ts';
import { anonymousTexts } from '../text-tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}

const ofSurvey = (boardId: BoardId, surveyId: SurveyId) =>
	and(eq(anonymousTexts.boardId, boardId), eq(anonymousTexts.surveyId, surveyId));

/** The first of the survey's texts in the state, after another in the order of their random ids; null when there is none. */
export async function findNextText(
	work: Work,
	surveyId: SurveyId,
	state: TextState,
	after: AnonymousTextId | null
): Promise<AnonymousText | null> {
	const [row] = await work.tx
		.select()
		.from(anonymousTexts)
		.where(
			and(
				ofSurvey(work.boardId, surveyId),
				eq(anonymousTexts.state, state),
				after ? gt(anonymousTexts.id, after) : undefined
			)
		)
		.orderBy(asc(anonymousTexts.id))
		.limit(1);
	return row ? await toText(work, row) : null;
}

/** One of the survey's texts, or null. */
export async function findText(
	work: Work,
	surveyId: SurveyId,
	textId: AnonymousTextId
): Promise<AnonymousText | null> {
	const [row] = await work.tx
		.select()
		.from(anonymousTexts)
		.where(and(ofSurvey(work.boardId, surveyId), eq(anonymousTexts.id, textId)))
		.for('update');
	return row ? await toText(work, row) : null;
}

type TextRow = typeof anonymousTexts.$inferSelect;

async function toText(work: Work, row: TextRow): Promise<AnonymousText> {
	const { id, surveyId, providerId, instrumentId, question, state } = row;
	const words = (await work.cipher()).open('anonymous_texts.words', id, row.words);
	return { id, surveyId, providerId, instrumentId, question, state, words };
}

/** Says what is to become of the text; the words take the place of those that were there. */
export async function updateText(
	work: Work,
	{ id, surveyId, words, state }: Omit<AnonymousText, 'providerId' | 'instrumentId' | 'question'>
): Promise<void> {
	const sealed = (await work.cipher()).seal('anonymous_texts.words', id, words);
	await work.tx
		.update(anonymousTexts)
		.set({ words: sealed, state })
		.where(and(ofSurvey(work.boardId, surveyId), eq(anonymousTexts.id, id)));
}

/** How many of the survey's texts are in each state. */
export async function countStates(
	{ tx, boardId }: Scope,
	surveyId: SurveyId
): Promise<Readonly<Record<TextState, number>>> {
	const rows = await tx
		.select({ state: anonymousTexts.state, count: sql<number>`count(*)::int` })
		.from(anonymousTexts)
		.where(ofSurvey(boardId, surveyId))
		.groupBy(anonymousTexts.state);
	const counts = { unreviewed: 0, shown: 0, withheld: 0 };
	for (const { state, count } of rows) counts[state] = count;
	return counts;
}

/** How much has been written to each question of each form about each provider. */
export async function countWritten(
	{ tx, boardId }: Scope,
	surveyId: SurveyId
): Promise<readonly (TextCount & { readonly instrumentId: string })[]> {
	return tx
		.select({
			providerId: anonymousTexts.providerId,
			instrumentId: anonymousTexts.instrumentId,
			question: anonymousTexts.question,
			written: sql<number>`count(*)::int`
		})
		.from(anonymousTexts)
		.where(ofSurvey(boardId, surveyId))
		.groupBy(anonymousTexts.providerId, anonymousTexts.instrumentId, anonymousTexts.question)
		.orderBy(asc(anonymousTexts.instrumentId), asc(anonymousTexts.question), asc(anonymousTexts.providerId));
}

export interface ShownText {
	readonly providerId: ProviderId | null;
	readonly instrumentId: string;
	readonly question: string;
	readonly words: string;
}

/** The survey's texts that a person has let through, and no others. */
export async function listShownTexts(work: Work, surveyId: SurveyId): Promise<readonly ShownText[]> {
	const rows = await work.tx
		.select({
			id: anonymousTexts.id,
			providerId: anonymousTexts.providerId,
			instrumentId: anonymousTexts.instrumentId,
			question: anonymousTexts.question,
			words: anonymousTexts.words
		})
		.from(anonymousTexts)
		.where(and(ofSurvey(work.boardId, surveyId), eq(anonymousTexts.state, 'shown')));
	const cipher = await work.cipher();
	return rows.map(({ id, words, ...row }) => ({
		...row,
		words: cipher.open('anonymous_texts.words', id, words)
	}));
}

/** The surveys with the instrument that were open some day of the year, the first first. */
export async function listSurveysOfYear(
	{ tx, boardId }: Scope,
	{ instrumentId, year }: { readonly instrumentId: string; readonly year: number }
): Promise<readonly SurveyId[]> {
	const rows = await tx
		.select({ id: surveys.id })
		.from(surveys)
		.where(
			and(
				eq(surveys.boardId, boardId),
				asksInstrument(surveys.instruments, instrumentId),
				sql`${surveys.opensOn} <= ${`${year}-12-31` as LocalDate}`,
				sql`${surveys.closesOn} >= ${`${year}-01-01` as LocalDate}`
			)
		)
		.orderBy(asc(surveys.opensOn), asc(surveys.id));
	return rows.map(({ id }) => id);
}

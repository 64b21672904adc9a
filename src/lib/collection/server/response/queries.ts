/** Rows of responses and their scores to and from what the rest of the program knows. */
import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import { clientFactsByCase } from '#lib/cases/server/queries.ts';
import type { Client } from '#lib/cases/case.ts';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import type { InstrumentScores, ScaleScore } from '#lib/scoring/score.ts';
import type { BoardId, CaseId, ResponseId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import type { Orm } from '#lib/shared/server/database.ts';
import type { Work } from '#lib/shared/server/work.ts';
import type { Administration, CaseResponse } from '../../administration.ts';
import type { AnswerLayers } from '../../answer-layers.ts';
import { administrations, responses, scores } from '../tables.ts';

interface Scope {
	readonly tx: Orm;
	readonly boardId: BoardId;
}

/** Where answers are written or read. */
type SealedScope = Scope & Pick<Work, 'cipher'>;

/** The case that a response belongs to, or null. */
export async function findCaseOfResponse({ tx, boardId }: Scope, id: ResponseId): Promise<CaseId | null> {
	const rows = await tx
		.select({ caseId: administrations.caseId })
		.from(responses)
		.innerJoin(
			administrations,
			and(eq(administrations.boardId, responses.boardId), eq(administrations.id, responses.administrationId))
		)
		.where(and(eq(responses.boardId, boardId), eq(responses.id, id)));
	return rows[0]?.caseId ?? null;
}

/** Stores the answers of an administration that is being made in the same transaction, with their scores. */
export async function insertResponse(
	{ tx, boardId, cipher }: SealedScope,
	value: Omit<typeof responses.$inferInsert, 'boardId' | 'answers' | 'answerLayers'> & {
		readonly answers: Answers;
		/** Of the questions that were answered in another layer than the whole; left out, none were. */
		readonly answerLayers?: AnswerLayers;
	},
	scored: InstrumentScores
): Promise<void> {
	const { seal } = await cipher();
	const { answerLayers: layers = {}, ...rest } = value;
	const answers = seal('responses.answers', value.id, JSON.stringify(value.answers));
	const others = Object.keys(layers).length > 0 ? JSON.stringify(layers) : null;
	const answerLayers = seal('responses.answer_layers', value.id, others);
	await tx.insert(responses).values({ boardId, ...rest, answers, answerLayers });
	const rows = toScoreRows(scored).map((row) => ({ boardId, responseId: value.id, ...row }));
	if (rows.length > 0) await tx.insert(scores).values(rows);
}

/** One row per scale, without the response it belongs to. */
export function toScoreRows(
	scored: InstrumentScores
): Omit<typeof scores.$inferInsert, 'boardId' | 'responseId'>[] {
	const { ruleVersion, version: instrumentVersion } = scored;
	return Object.entries(scored.scales).map(([scale, value]) => ({
		scale,
		ruleVersion,
		instrumentVersion,
		...value
	}));
}

/** A response with who gave it and what decides its cut-offs, or null. */
export async function findResponse(
	scope: SealedScope,
	id: ResponseId
): Promise<(CaseResponse & { readonly client: Pick<Client, 'sex' | 'birthYear'> }) | null> {
	const rows = await selectResponses(scope, eq(responses.id, id));
	return rows[0] ?? null;
}

/** A case's responses in the order they were given. */
export async function listResponsesOfCase(
	scope: SealedScope,
	caseId: CaseId
): Promise<readonly CaseResponse[]> {
	const rows = await selectResponses(scope, eq(administrations.caseId, caseId));
	return rows.map(({ client: _client, ...response }) => response);
}

async function selectResponses({ tx, boardId, cipher }: SealedScope, where: SQL) {
	const { open } = await cipher();
	const rows = await tx
		.select({
			id: responses.id,
			administrationId: responses.administrationId,
			caseId: administrations.caseId,
			instrumentId: administrations.instrumentId,
			instrumentVersion: administrations.instrumentVersion,
			occasion: administrations.occasion,
			respondent: administrations.respondent,
			help: responses.help,
			mode: administrations.mode,
			language: responses.language,
			answerLayers: responses.answerLayers,
			answeredOn: responses.answeredOn,
			answers: responses.answers,
			unanswered: responses.unanswered,
			sex: sql<Client['sex']>`client.sex`,
			birthYear: sql<Client['birthYear']>`client.birth_year`
		})
		.from(responses)
		.innerJoin(
			administrations,
			and(eq(administrations.boardId, responses.boardId), eq(administrations.id, responses.administrationId))
		)
		.innerJoin(
			sql`${clientFactsByCase} as client`,
			sql`client.board_id = ${administrations.boardId} and client.case_id = ${administrations.caseId}`
		)
		.where(and(eq(responses.boardId, boardId), where))
		.orderBy(asc(responses.answeredOn), asc(responses.id));
	return rows.map(({ sex, birthYear, ...response }) => ({
		...response,
		answers: JSON.parse(open('responses.answers', response.id, response.answers)) as Answers,
		answerLayers: JSON.parse(
			open('responses.answer_layers', response.id, response.answerLayers) ?? '{}'
		) as AnswerLayers,
		client: { sex, birthYear }
	}));
}

export interface StoredScores extends InstrumentScores {
	readonly responseId: ResponseId;
}

/** The stored scores of a case's responses, or of one response: one entry per response and rule version. */
export async function listStoredScores(
	{ tx, boardId }: Scope,
	of: { readonly caseId: CaseId } | { readonly responseId: ResponseId }
): Promise<readonly StoredScores[]> {
	const rows = await tx
		.select({ row: scores, instrumentId: administrations.instrumentId })
		.from(scores)
		.innerJoin(responses, and(eq(responses.boardId, scores.boardId), eq(responses.id, scores.responseId)))
		.innerJoin(
			administrations,
			and(eq(administrations.boardId, responses.boardId), eq(administrations.id, responses.administrationId))
		)
		.where(
			and(
				eq(scores.boardId, boardId),
				'caseId' in of ? eq(administrations.caseId, of.caseId) : eq(scores.responseId, of.responseId)
			)
		)
		.orderBy(asc(scores.ruleVersion), asc(scores.scale));
	const found = new Map<string, StoredScores & { readonly scales: Record<string, ScaleScore> }>();
	for (const { row, instrumentId } of rows) {
		const { responseId, ruleVersion, instrumentVersion: version } = row;
		const key = `${responseId} ${ruleVersion}`;
		const entry = found.get(key) ?? { responseId, instrumentId, version, ruleVersion, scales: {} };
		entry.scales[row.scale] = toScaleScore(row);
		found.set(key, entry);
	}
	return [...found.values()];
}

function toScaleScore(row: typeof scores.$inferSelect): ScaleScore {
	const { score, reason, answered, itemCount, lowestPossible, highestPossible } = row;
	const { isProrated, bands, bandUnknownBecause, possibleBands } = row;
	return {
		score,
		reason,
		answered,
		itemCount,
		lowestPossible,
		highestPossible,
		isProrated,
		bands,
		bandUnknownBecause,
		possibleBands
	};
}

export interface RecentAnswer {
	readonly responseId: ResponseId;
	readonly caseId: CaseId;
	readonly caseNumber: string;
	readonly instrumentId: string;
	readonly respondent: Administration['respondent'];
	readonly answeredOn: LocalDate;
}

/** What respondents have sent in since the day, the latest first; `within` has `id` and `case_number` of cases. */
export function listRecentAnswers(
	{ query, boardId }: Pick<Work, 'query' | 'boardId'>,
	within: SQL,
	since: LocalDate,
	limit: number
): Promise<readonly RecentAnswer[]> {
	return query<RecentAnswer>(sql`
		select r.id as "responseId", a.case_id as "caseId", c.case_number as "caseNumber",
			a.instrument_id as "instrumentId", a.respondent, r.answered_on as "answeredOn"
		from ${within} c
		join ${administrations} a on a.board_id = ${boardId} and a.case_id = c.id and a.mode in ('link', 'kiosk')
		join ${responses} r on r.board_id = a.board_id and r.administration_id = a.id
		where r.answered_on >= ${since}
		order by r.answered_on desc, r.id
		limit ${limit}`);
}

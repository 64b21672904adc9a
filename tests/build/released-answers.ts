/** Anonymous answers as they lie when their box has been emptied: for tests of what is counted, however few there are. */
import { randomUUID } from 'node:crypto';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import type { ProviderId, ResponseId, SurveyId } from '#lib/shared/ids.ts';
import type { Quarter } from '#lib/shared/local-date.ts';
import { insertReleased } from '#lib/surveys/server/boxes/queries.ts';
import type { TestBoard } from './test-board.ts';

interface About {
	readonly surveyId: SurveyId;
	readonly providerId: ProviderId;
	readonly quarter?: string;
	readonly instrumentId?: string;
}

/** Stores the answers, to Simrishamn's questions in the first quarter of 2026 where nothing else is said. */
export async function storeReleased(
	{ database, board }: TestBoard,
	{ surveyId, providerId, quarter = '2026-Q1', instrumentId = 'simrishamn-sol' }: About,
	answers: readonly Answers[]
): Promise<void> {
	await insertReleased(
		{ tx: database.orm, boardId: board.id },
		answers.map((one) => ({
			id: randomUUID() as ResponseId,
			surveyId,
			providerId,
			quarter: quarter as Quarter,
			instrumentId,
			instrumentVersion: '1.0.0',
			answers: one
		}))
	);
}

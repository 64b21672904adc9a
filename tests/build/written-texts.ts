/** What has been written in anonymous surveys, as it lies when their boxes have been emptied: for tests of the review. */
import { randomUUID } from 'node:crypto';
import type { SQL } from 'drizzle-orm';
import { queryRows } from '#lib/shared/server/database.ts';
import type { AnonymousTextId, ProviderId, SurveyId } from '#lib/shared/ids.ts';
import type { Quarter } from '#lib/shared/local-date.ts';
import { insertReleasedTexts } from '#lib/surveys/server/boxes/queries.ts';
import type { TestBoard } from './test-board.ts';

interface About {
	readonly surveyId: SurveyId;
	/** Null where too few answered about the provider. */
	readonly providerId: ProviderId | null;
	/** Simrishamn's where nothing is said. */
	readonly instrumentId?: string;
	readonly question: string;
}

/** Stores the texts, unreviewed; their ids in the same order. */
export async function storeWritten(
	{ database, board }: Pick<TestBoard, 'database' | 'board'>,
	about: About,
	texts: readonly string[]
): Promise<readonly AnonymousTextId[]> {
	const tx = database.orm;
	const query = <Row>(statement: SQL) => queryRows<Row>(tx, statement);
	const cipher = () => database.keyRing.cipherOf(board.id, query);
	const rows = texts.map((words) => ({
		id: randomUUID() as AnonymousTextId,
		quarter: '2026-Q1' as Quarter,
		instrumentId: 'simrishamn-sol',
		...about,
		words
	}));
	await insertReleasedTexts({ tx, boardId: board.id, cipher }, rows);
	return rows.map(({ id }) => id);
}

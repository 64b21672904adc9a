/** Ours: one link that everybody shares, answers in a sealed box, the box emptied when the survey is over. */
import { randomUUID } from 'node:crypto';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import type { BoardId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { createBoard } from '#lib/shared/server/boards.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Database } from '#lib/shared/server/database.ts';
import { emptyDueBoxes } from '#lib/surveys/server/boxes/empty-boxes.ts';
import { addTestProvider, openTestSurvey } from '#tests/build/made-up.ts';
import { makeTestBoard, type TestBoard } from '#tests/build/test-board.ts';
import { shippedCatalogue } from '../databases.ts';
import type { Build, MadeUpPerson } from './build.ts';

/** A board of its own for the build. */
export async function makeBoard(database: Database): Promise<TestBoard> {
	const id = randomUUID() as BoardId;
	const board = { id, code: `b${id.slice(0, 8)}`, name: 'Påhittade nämnden' };
	await createBoard(database, board);
	return makeTestBoard(database, shippedCatalogue(), board, null);
}

/** The browser makes the id of what it sends, and may remember it: it is the person's first mark. */
export function submissionOf(token: string, { marks, answers }: MadeUpPerson) {
	const [submissionId = ''] = marks;
	return { token, answers, language: 'sv', help: 'self', submissionId } as const;
}

export const openLink: Build = {
	name: 'the open link',
	async begin(database) {
		const board = await makeBoard(database);
		const closesOn = '2026-03-20' as LocalDate;
		const providerId = await addTestProvider(board.adnan);
		const { links } = await openTestSurvey(board.adnan, [providerId], { closesOn });
		const token = links[0]?.token ?? '';
		return {
			async answer(person) {
				await run(board.linkHolder, submitResponse, submissionOf(token, person));
			},
			async finish() {
				await emptyDueBoxes(board.on('2026-03-21', board.adnan));
			}
		};
	}
};

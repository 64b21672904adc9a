/** Ours: codes in a hat. The attacker has seen which code each person drew, the worst there is. */
import { createHash } from 'node:crypto';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import { emptyDueBoxes } from '#lib/surveys/server/boxes/empty-boxes.ts';
import { registerCodes } from '#lib/surveys/server/commands/register-codes.ts';
import { addTestProvider, openTestSurvey } from '#tests/build/made-up.ts';
import type { Build } from './build.ts';
import { makeBoard, submissionOf } from './open-link-build.ts';

export const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex');

export const codesInAHat: Build = {
	name: 'codes in a hat',
	async begin(database, people) {
		const board = await makeBoard(database);
		const closesOn = '2026-03-20' as LocalDate;
		const providerId = await addTestProvider(board.adnan);
		const plan = { closesOn, anonymity: 'codes' } as const;
		const { surveyId } = await openTestSurvey(board.adnan, [providerId], plan);
		const codeHashes = people.map(({ code }) => hashOf(code)).toSorted();
		await run(board.adnan, registerCodes, { surveyId, providerId, codeHashes });
		return {
			async answer(person) {
				await run(board.linkHolder, submitResponse, submissionOf(person.code, person));
			},
			async finish() {
				await emptyDueBoxes(board.on('2026-03-21', board.adnan));
			}
		};
	}
};

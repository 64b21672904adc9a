/**
 * Ours: asked in the room, where the client does not want the answers in the case. The attacker knows each person's case and
 * occasion, which code was drawn for it, and that the follow-up was said to be done right after the answer.
 */
import { recordAnonymousFollowUp } from '#lib/collection/server/commands/record-anonymous-follow-up.ts';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { startPlan } from '#lib/plans/server/commands/start-plan.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import { emptyDueBoxes } from '#lib/surveys/server/boxes/empty-boxes.ts';
import { drawCode } from '#lib/surveys/server/commands/draw-code.ts';
import { publishTestPlan, readOccasion, templatePlan } from '#tests/build/follow-plan.ts';
import { addTestProvider, openTestCase, openTestSurvey } from '#tests/build/made-up.ts';
import type { Build } from './build.ts';
import { hashOf } from './codes-build.ts';
import { makeBoard, submissionOf } from './open-link-build.ts';

export const askedInRoom: Build = {
	name: 'asked in the room',
	people: 60,
	async begin(database, people) {
		const board = await makeBoard(database);
		const closesOn = '2026-03-20' as LocalDate;
		const providerId = await addTestProvider(board.adnan);
		const { surveyId } = await openTestSurvey(board.adnan, [providerId], { closesOn });
		const planId = await publishTestPlan(board.adnan, templatePlan('yearly-at-most-half-yearly'));
		const occasions = new Map<string, Awaited<ReturnType<typeof readOccasion>>['id']>();
		const marks = new Map<string, string[]>();
		for (const { name } of people) {
			const caseId = await openTestCase(board.karin);
			await run(board.karin, startPlan, { caseId, planId, interventionId: null });
			const { id } = await readOccasion(board.karin, caseId, 'goals', 'quality');
			occasions.set(name, id);
			marks.set(name, [caseId, id]);
		}
		return {
			marksOf: ({ name }) => marks.get(name) ?? [],
			async answer(person) {
				const occasionId = occasions.get(person.name);
				if (!occasionId) throw new Error(`${person.name} has no case`);
				const code = await run(board.karin, drawCode, { surveyId, providerId });
				marks.get(person.name)?.push(hashOf(code));
				await run(board.linkHolder, submitResponse, submissionOf(code, person));
				await run(board.karin, recordAnonymousFollowUp, { occasionId });
			},
			async finish() {
				await emptyDueBoxes(board.on('2026-03-21', board.adnan));
			}
		};
	}
};

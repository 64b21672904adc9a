/** A shared link takes so many answers and no more, and nothing is stored to know it. */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { findLink } from '#lib/collection/server/reads/find-link.ts';
import { addKiosk } from '#lib/kiosk/server/commands/add-kiosk.ts';
import { fetchManifest } from '#lib/kiosk/server/commands/fetch-manifest.ts';
import { pairKiosk } from '#lib/kiosk/server/commands/pair-kiosk.ts';
import { takeKioskAnswers } from '#lib/kiosk/server/commands/take-kiosk-answers.ts';
import { listKiosks } from '#lib/kiosk/server/reads/list-kiosks.ts';
import { sealAnswer } from '#lib/kiosk/ui/seal-answer.ts';
import type { ResponseId } from '#lib/shared/ids.ts';
import type { Quarter } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import { queryRows } from '#lib/shared/server/database.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { emptyDueBoxes } from '#lib/surveys/server/boxes/empty-boxes.ts';
import { changeSurvey } from '#lib/surveys/server/commands/change-survey.ts';
import { moveSurvey } from '#lib/surveys/server/commands/move-survey.ts';
import { surveyOverview } from '#lib/surveys/server/reads/survey-overview.ts';
import { countRows, toDifference } from '#tests/build/count-rows.ts';
import { addTestProvider, draftTestSurvey, openTestSurvey, testSubmission } from '#tests/build/made-up.ts';
import type { TestBoard } from '#tests/build/test-board.ts';
import { describeOnEachDatabase } from '../databases.ts';

const answers = { sol_1: 3 };
const full = { code: 'survey-full' };

async function openLimited(board: TestBoard, mostAnswers: number | null = 10, forms = ['simrishamn-sol']) {
	const providerId = await addTestProvider(board.adnan, 'Påhittade hemmet');
	const { surveyId, links } = await openTestSurvey(board.adnan, [providerId], { instrumentIds: forms });
	const limits = [{ providerId, mostAnswers }];
	await run(board.adnan, changeSurvey, { surveyId, limits });
	const token = links[0]?.token ?? '';
	return {
		surveyId,
		providerId,
		token,
		async answer(count: number, on = '2026-03-02', given: Record<string, number> = answers) {
			const holder = board.on(on, board.linkHolder);
			for (let sent = 0; sent < count; sent += 1) {
				await run(holder, submitResponse, testSubmission(token, { answers: given }));
			}
		}
	};
}

async function countStored(board: TestBoard): Promise<number> {
	const { sealed_answers: sealed = 0 } = await countRows(board);
	return sealed;
}

describeOnEachDatabase('a shared link with a limit', (open) => {
	it('takes as many as it says, and tells the next one kindly who asks', async () => {
		const board = await open();
		const { token, answer } = await openLimited(board);
		await answer(9);
		await expect(fetch(board.linkHolder, findLink, { token })).resolves.toMatchObject({ kind: 'survey' });
		const last = testSubmission(token, { answers });
		await run(board.linkHolder, submitResponse, last);
		await expect(fetch(board.linkHolder, findLink, { token })).rejects.toMatchObject(full);
		await expect(fetch(board.linkHolder, findLink, { token, stage: 'go-on' })).resolves.toBeDefined();
		await expect(answer(1)).rejects.toMatchObject(full);
		// Whoever got in and did not hear of it is told that it went well.
		await expect(run(board.linkHolder, submitResponse, last)).resolves.toBeDefined();
		expect(await countStored(board)).toBe(10);
	});

	it('takes no more when many answer in the same moment', async () => {
		const board = await open();
		const { token, answer } = await openLimited(board, 15);
		await answer(3);
		const sent = await Promise.allSettled(
			Array.from({ length: 30 }, () =>
				run(board.linkHolder, submitResponse, testSubmission(token, { answers }))
			)
		);
		expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(12);
		expect(await countStored(board)).toBe(15);
	});

	it('counts what has been taken out of the box, people and not forms', async () => {
		const board = await open();
		const both = { form1_sol_1: 3, form2_b1a: 1 };
		const forms = ['simrishamn-sol', 'skl-brukarfragor'];
		const { token, answer } = await openLimited(board, 10, forms);
		await answer(6, '2026-03-02', both);
		await emptyDueBoxes(board.on('2026-04-01', board.adnan));
		await answer(4, '2026-04-02', both);
		const later = board.on('2026-04-02', board.linkHolder);
		await expect(run(later, submitResponse, testSubmission(token, { answers: both }))).rejects.toMatchObject(
			full
		);
	});

	it('stores nothing for it, also when it is refused', async () => {
		const board = await open();
		const { answer } = await openLimited(board);
		const before = await countRows(board);
		const columns = async () =>
			queryRows<{ row: string }>(
				board.database.orm,
				sql`select row_to_json(l)::text || xmin::text || ctid::text as row from survey_links l
					where board_id = ${board.board.id}`
			);
		const links = await columns();
		await answer(10);
		await expect(answer(1)).rejects.toMatchObject(full);
		expect(toDifference(before, await countRows(board))).toEqual({ sealed_answers: 10 });
		expect(await columns()).toEqual(links);
	});

	it('never refuses what a tablet brings', async () => {
		const board = await open();
		const { token: link, answer } = await openLimited(board);
		await answer(10);
		const { surveys } = await fetch(board.adnan, listKiosks, {});
		const linkId = surveys.at(-1)!.linkId;
		const { code } = await run(board.adnan, addKiosk, { name: 'Hallen', pin: '4711', linkIds: [linkId] });
		const { token } = await run(board.linkHolder, pairKiosk, { code });
		const { manifest } = await run(board.linkHolder, fetchManifest, { token, boardName: board.board.name });
		const sealed = [
			await sealAnswer(manifest, {
				id: randomUUID() as ResponseId,
				surveyLinkId: linkId,
				quarter: '2026-Q1' as Quarter,
				language: 'sv',
				answers
			})
		];
		expect(await run(board.linkHolder, takeKioskAnswers, { token, sealed })).toEqual(['stored']);
		expect(await countStored(board)).toBe(11);
		await expect(fetch(board.linkHolder, findLink, { token: link })).rejects.toMatchObject(full);
	});

	it('is raised by the administrator while it is open, and is then answered again', async () => {
		const board = await open();
		const { surveyId, providerId, answer } = await openLimited(board);
		await answer(10);
		const limit = (mostAnswers: number | null) =>
			run(board.adnan, changeSurvey, { surveyId, limits: [{ providerId, mostAnswers }] });
		for (const wrong of [5, 12, -10, 100_005]) {
			await expect(limit(wrong)).rejects.toMatchObject({ code: 'invalid-input' });
		}
		await limit(15);
		await answer(5);
		await expect(answer(1)).rejects.toMatchObject(full);
		// What follows from how many are asked: fifty at least.
		await limit(null);
		await run(board.adnan, changeSurvey, { surveyId, invited: [{ providerId, invited: 4 }] });
		await answer(1);
		const { survey } = await fetch(board.adnan, surveyOverview, { surveyId });
		expect(survey.providers).toMatchObject([{ invited: 4, mostAnswers: null }]);
		await run(board.adnan, moveSurvey, { surveyId, to: 'closed' });
		await expect(limit(20)).rejects.toMatchObject({ code: 'survey-fixed' });
	});

	it('is chosen for a draft, and kept when its providers are chosen again', async () => {
		const board = await open();
		const providerId = await addTestProvider(board.adnan);
		const surveyId = await draftTestSurvey(board.adnan, [providerId]);
		await run(board.adnan, changeSurvey, { surveyId, limits: [{ providerId, mostAnswers: 25 }] });
		const [chosen] = (await fetch(board.adnan, surveyOverview, { surveyId })).survey.providers;
		expect(chosen).toMatchObject({ providerId, mostAnswers: 25 });
		const added = { providerId: await addTestProvider(board.adnan), invited: 7 };
		await run(board.adnan, changeSurvey, { surveyId, providers: [chosen!, added] });
		const { survey } = await fetch(board.adnan, surveyOverview, { surveyId });
		expect(survey.providers.map(({ invited, mostAnswers }) => [invited, mostAnswers])).toEqual(
			expect.arrayContaining([
				[null, 25],
				[7, null]
			])
		);
	});
});

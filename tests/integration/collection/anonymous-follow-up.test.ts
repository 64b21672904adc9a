/**
 * Following somebody up whose answers shall not be in their case: answers in the survey's box, and in the case only that
 * it was done. Everything is made up.
 */
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { recordAnonymousFollowUp } from '#lib/collection/server/commands/record-anonymous-follow-up.ts';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { followUpLimit } from '#lib/collection/server/reads/follow-up-limit.ts';
import { listAdministrations } from '#lib/collection/server/reads/list-administrations.ts';
import { reopenOccasion } from '#lib/plans/server/commands/reopen-occasion.ts';
import { run } from '#lib/shared/server/command.ts';
import { queryRows } from '#lib/shared/server/database.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { drawCode } from '#lib/surveys/server/commands/draw-code.ts';
import { surveysToHandOut } from '#lib/surveys/server/reads/surveys-to-hand-out.ts';
import { followTestPlan, readOccasion, templatePlan } from '#tests/build/follow-plan.ts';
import { startTestInterview } from '#tests/build/interview.ts';
import { addTestProvider, openTestSurvey, testSubmission } from '#tests/build/made-up.ts';
import type { TestBoard } from '#tests/build/test-board.ts';
import { describeOnEachDatabase } from '../databases.ts';

const yearly = templatePlan('yearly-at-most-half-yearly');
const answers = { sol_1: 3, sol_2: 2 };

async function makeAsked(board: TestBoard) {
	const { caseId } = await followTestPlan(board, yearly);
	const { id: occasionId } = await readOccasion(board.karin, caseId, 'goals', 'quality');
	const providerId = await addTestProvider(board.adnan);
	const { surveyId } = await openTestSurvey(board.adnan, [providerId]);
	return { caseId, occasionId, providerId, surveyId };
}

describeOnEachDatabase('a follow-up without a name', (open) => {
	it('puts the answers in the box, and in the case only the day', async () => {
		const board = await open();
		const { caseId, occasionId, ...about } = await makeAsked(board);
		const token = await run(board.karin, drawCode, about);
		await run(board.linkHolder, submitResponse, testSubmission(token, { answers }));
		await run(board.karin, recordAnonymousFollowUp, { occasionId });
		const { outcome } = await readOccasion(board.karin, caseId, 'goals', 'quality');
		expect(outcome).toEqual({ state: 'done', on: '2026-03-02' });
		expect(await fetch(board.karin, listAdministrations, { caseId })).toEqual([]);
		const sealed = await queryRows<{ count: number }>(
			board.database.orm,
			sql`select count(*)::int as count from sealed_answers where board_id = ${board.board.id}`
		);
		expect(sealed).toEqual([{ count: 1 }]);
	});

	it('leaves a line about the case, and none about the survey, the code or the answer', async () => {
		const board = await open();
		const { caseId, occasionId, ...about } = await makeAsked(board);
		const count = () =>
			queryRows<{ action: string; subjectId: string; caseId: string }>(
				board.database.orm,
				sql`select action, subject_id as "subjectId", case_id as "caseId" from audit_events
					where board_id = ${board.board.id}`
			);
		const before = (await count()).length;
		const token = await run(board.karin, drawCode, about);
		await run(board.linkHolder, submitResponse, testSubmission(token, { answers }));
		expect(await count()).toHaveLength(before);
		await run(board.karin, recordAnonymousFollowUp, { occasionId });
		const after = await count();
		expect(after).toHaveLength(before + 1);
		expect(after).toContainEqual({ action: 'recordAnonymousFollowUp', subjectId: occasionId, caseId });
	});

	it('counts for "at most once per half-year", as a named one does', async () => {
		const board = await open();
		const { caseId, occasionId } = await makeAsked(board);
		await fetch(board.karin, followUpLimit, { caseId, occasionId });
		await run(board.karin, recordAnonymousFollowUp, { occasionId });
		const next = await readOccasion(board.karin, caseId, 'goals', 'quality', 2);
		const again = { occasionId: next.id };
		await expect(run(board.karin, recordAnonymousFollowUp, again)).rejects.toMatchObject({
			code: 'too-soon'
		});
		await expect(fetch(board.karin, followUpLimit, { caseId, ...again })).rejects.toMatchObject({
			code: 'too-soon'
		});
		const later = board.on('2026-09-03', board.karin);
		await run(later, recordAnonymousFollowUp, again);
	});

	it('is not said twice, nor of what has been begun in the case, and can be taken back', async () => {
		const board = await open();
		const { caseId, occasionId } = await makeAsked(board);
		await run(board.karin, recordAnonymousFollowUp, { occasionId });
		const trying = () => run(board.karin, recordAnonymousFollowUp, { occasionId });
		await expect(trying()).rejects.toMatchObject({ code: 'changed-meanwhile' });
		await run(board.karin, reopenOccasion, { occasionId });
		await startTestInterview(board.karin, caseId, { instrumentId: 'simrishamn-sol', occasionId });
		await expect(trying()).rejects.toMatchObject({ code: 'changed-meanwhile' });
	});

	it('gives each code one answer, and none outside the survey', async () => {
		const board = await open();
		const { providerId, surveyId } = await makeAsked(board);
		const token = await run(board.karin, drawCode, { surveyId, providerId });
		await run(board.linkHolder, submitResponse, testSubmission(token, { answers }));
		const again = run(board.linkHolder, submitResponse, testSubmission(token, { answers }));
		await expect(again).rejects.toMatchObject({ code: 'already-answered' });
		const otherId = await addTestProvider(board.adnan);
		const other = run(board.karin, drawCode, { surveyId, providerId: otherId });
		await expect(other).rejects.toMatchObject({ code: 'not-found' });
		const afterwards = board.on('2027-01-02', board.karin);
		await expect(run(afterwards, drawCode, { surveyId, providerId })).rejects.toMatchObject({
			code: 'survey-fixed'
		});
		expect(await fetch(afterwards, surveysToHandOut, { instrumentId: 'simrishamn-sol' })).toEqual([]);
	});

	it('has no code where everybody draws one of their own from a hat', async () => {
		const board = await open();
		const providerId = await addTestProvider(board.adnan);
		const { surveyId } = await openTestSurvey(board.adnan, [providerId], { anonymity: 'codes' });
		expect(await fetch(board.karin, surveysToHandOut, { instrumentId: 'simrishamn-sol' })).toEqual([]);
		await expect(run(board.karin, drawCode, { surveyId, providerId })).rejects.toMatchObject({
			code: 'survey-fixed'
		});
	});
});

import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { forgetDraft } from '#lib/collection/server/commands/forget-draft.ts';
import { saveDraft } from '#lib/collection/server/commands/save-draft.ts';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { caseResponse } from '#lib/collection/server/reads/case-response.ts';
import { findLink } from '#lib/collection/server/reads/find-link.ts';
import { listAdministrations } from '#lib/collection/server/reads/list-administrations.ts';
import type { Answers } from '#lib/instruments/questionnaire.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { queryRows } from '#lib/shared/server/database.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { countRows, toDifference } from '#tests/build/count-rows.ts';
import {
	addTestProvider,
	openTestCase,
	openTestSurvey,
	sendTestLink,
	testSubmission
} from '#tests/build/made-up.ts';
import type { TestBoard } from '#tests/build/test-board.ts';
import { describeOnEachDatabase } from '../databases.ts';

async function sendJourpatrullen(board: TestBoard): Promise<string> {
	const caseId = await openTestCase(board.karin);
	const { token } = await sendTestLink(board.karin, caseId, {
		instrumentId: 'jourpatrullen-barn',
		respondent: 'child'
	});
	return token;
}

async function findDraft(context: Context, token: string) {
	const target = await fetch(context, findLink, { token });
	return target.kind === 'case' ? target.draft : null;
}

describeOnEachDatabase('answers kept until they are sent', (open) => {
	it('are there when the same link is opened again', async () => {
		const board = await open();
		const { token } = await sendTestLink(board.karin, await openTestCase(board.karin));
		await run(board.linkHolder, saveDraft, {
			token,
			answers: { audit_1: 3 },
			page: 'audit_1',
			language: 'en'
		});
		expect(await findDraft(board.linkHolder, token)).toEqual({
			answers: { audit_1: 3 },
			page: 'audit_1',
			language: 'en'
		});
	});

	it('are replaced page by page: what was left empty this time is gone, other pages stay', async () => {
		const board = await open();
		const token = await sendJourpatrullen(board);
		const save = (page: string, answers: Answers) =>
			run(board.linkHolder, saveDraft, { token, page, answers, language: 'sv' });
		await save('goal-1', { jp_1_1: 1, jp_1_2: 2 });
		await save('goal-5', { jp_5_4: 3 });
		await save('goal-1', { jp_1_1: 4 });
		expect((await findDraft(board.linkHolder, token))?.answers).toEqual({ jp_1_1: 4, jp_5_4: 3 });
	});

	it('are all kept when they are saved at the same time without a page', async () => {
		const board = await open();
		const { token } = await sendTestLink(board.karin, await openTestCase(board.karin));
		const names = Array.from({ length: 8 }, (_, index) => `audit_${index + 1}`);
		await Promise.all(
			names.map((name) =>
				run(board.linkHolder, saveDraft, { token, answers: { [name]: 1 }, page: null, language: 'sv' })
			)
		);
		expect((await findDraft(board.linkHolder, token))?.answers).toEqual(
			Object.fromEntries(names.map((name) => [name, 1]))
		);
	});

	it('remember which text track each was answered in, and so does the response', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const { token } = await sendTestLink(board.karin, caseId, { instrumentId: 'simrishamn-sol' });
		const save = (name: string, language: string) =>
			run(board.linkHolder, saveDraft, { token, page: name, answers: { [name]: 3 }, language });
		await save('sol_1', 'sv');
		await save('sol_2', 'sv-simple');
		await save('sol_3', 'sv-simple');
		// Read once more in plain words, and answered again.
		await save('sol_3', 'sv');
		const sent = testSubmission(token, { answers: null, language: 'sv' });
		const { responseId } = await run(board.linkHolder, submitResponse, sent);
		const response = await fetch(board.karin, caseResponse, { responseId: responseId! });
		expect(response).toMatchObject({
			language: 'sv',
			answerLayers: { sol_2: { language: 'sv-simple', hasPictures: false } }
		});
	});

	it('remember which were answered with pictures, and so does the response', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const { token } = await sendTestLink(board.karin, caseId, { instrumentId: 'simrishamn-sol' });
		const save = (name: string, pictured: readonly string[]) =>
			run(board.linkHolder, saveDraft, {
				token,
				page: name,
				answers: { [name]: 3 },
				language: 'sv',
				pictured
			});
		await save('sol_1', ['sol_1']);
		await save('sol_2', []);
		await save('sol_3', ['sol_3']);
		// The pictures were hidden, and the question answered again.
		await save('sol_3', []);
		const sent = testSubmission(token, { answers: null, language: 'sv' });
		const { responseId } = await run(board.linkHolder, submitResponse, sent);
		const response = await fetch(board.karin, caseResponse, { responseId: responseId! });
		expect(response.answerLayers).toEqual({ sol_1: { language: 'sv', hasPictures: true } });
	});

	it('name no question in the database, neither before nor after they are sent', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const { token } = await sendTestLink(board.karin, caseId, { instrumentId: 'simrishamn-sol' });
		const pictured = ['sol_2'];
		const stored = () =>
			queryRows<{ row: string }>(
				board.database.orm,
				sql`select a::text || coalesce(r::text, '') as row from administrations a
					left join responses r on r.administration_id = a.id where a.case_id = ${caseId}`
			);
		await run(board.linkHolder, saveDraft, {
			token,
			page: null,
			answers: { sol_1: 3, sol_2: 3 },
			language: 'sv-simple',
			pictured
		});
		expect((await stored())[0]?.row).not.toMatch(/sol_\d/);
		const sent = testSubmission(token, { answers: null, language: 'sv' });
		const { responseId } = await run(board.linkHolder, submitResponse, sent);
		expect((await stored())[0]?.row).not.toMatch(/sol_\d/);
		const { answerLayers } = await fetch(board.karin, caseResponse, { responseId: responseId! });
		expect(answerLayers).toEqual({
			sol_1: { language: 'sv-simple', hasPictures: false },
			sol_2: { language: 'sv-simple', hasPictures: true }
		});
	});

	it('are gone when the pages have been left in a hurry, and the link is as new', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const { token } = await sendTestLink(board.karin, caseId);
		const save = () =>
			run(board.linkHolder, saveDraft, {
				token,
				answers: { audit_1: 3 },
				page: 'audit_1',
				language: 'sv'
			});
		await save();
		await run(board.linkHolder, forgetDraft, { token });
		expect(await findDraft(board.linkHolder, token)).toBeNull();
		expect(await fetch(board.karin, listAdministrations, { caseId })).toMatchObject([{ state: 'sent' }]);
		await save();
		expect((await findDraft(board.linkHolder, token))?.answers).toEqual({ audit_1: 3 });
	});

	it('stay as they were sent, whoever leaves the pages afterwards, and an unknown link says nothing', async () => {
		const board = await open();
		const { token } = await sendTestLink(board.karin, await openTestCase(board.karin));
		await run(board.linkHolder, submitResponse, testSubmission(token));
		const before = await countRows(board);
		await run(board.linkHolder, forgetDraft, { token });
		await run(board.linkHolder, forgetDraft, { token: 'a'.repeat(26) });
		expect(toDifference(before, await countRows(board))).toEqual({});
		await expect(fetch(board.linkHolder, findLink, { token })).rejects.toMatchObject({
			code: 'already-answered'
		});
	});

	it('are shown to no staff and leave no line in the log', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const { token } = await sendTestLink(board.karin, caseId);
		const before = await countRows(board);
		await run(board.linkHolder, saveDraft, {
			token,
			answers: { audit_1: 3 },
			page: 'audit_1',
			language: 'sv'
		});
		expect(toDifference(before, await countRows(board))).toEqual({});

		const [administration] = await fetch(board.karin, listAdministrations, { caseId });
		expect(administration).toMatchObject({ state: 'started', expiresOn: '2026-04-01' });
		expect(JSON.stringify(administration)).not.toContain('audit_1');
	});

	it.each([
		['a question that does not exist', { nej: 1 }],
		['a code that does not exist', { audit_1: 9 }]
	])('are refused for %s', async (_what, answers) => {
		const board = await open();
		const { token } = await sendTestLink(board.karin, await openTestCase(board.karin));
		const draft = { token, answers, page: 'audit_1', language: 'sv' };
		await expect(run(board.linkHolder, saveDraft, draft)).rejects.toMatchObject({ code: 'answers-refused' });
	});

	it('are refused when the answers have been sent', async () => {
		const board = await open();
		const { token } = await sendTestLink(board.karin, await openTestCase(board.karin));
		await run(board.linkHolder, submitResponse, testSubmission(token));
		const draft = { token, answers: { audit_1: 3 }, page: 'audit_1', language: 'sv' };
		await expect(run(board.linkHolder, saveDraft, draft)).rejects.toMatchObject({ code: 'already-answered' });
	});

	it('are never kept for an anonymous survey', async () => {
		const board = await open();
		const provider = await addTestProvider(board.adnan);
		const { links } = await openTestSurvey(board.adnan, [provider]);
		const draft = { token: links[0]?.token ?? '', answers: { sol_1: 3 }, page: 'sol', language: 'sv' };
		await expect(run(board.linkHolder, saveDraft, draft)).rejects.toMatchObject({ code: 'link-unknown' });
	});
});

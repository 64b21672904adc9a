import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { findLink } from '#lib/collection/server/reads/find-link.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import { queryRows } from '#lib/shared/server/database.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { emptyDueBoxes } from '#lib/surveys/server/boxes/empty-boxes.ts';
import { renewSurveyLink } from '#lib/surveys/server/commands/renew-survey-link.ts';
import { listSurveys } from '#lib/surveys/server/reads/list-surveys.ts';
import { surveyResults } from '#lib/surveys/server/reads/survey-results.ts';
import { countRows, toDifference } from '#tests/build/count-rows.ts';
import { addTestProvider, openTestSurvey, testSubmission } from '#tests/build/made-up.ts';
import { storeReleased } from '#tests/build/released-answers.ts';
import type { TestBoard } from '#tests/build/test-board.ts';
import { describeOnEachDatabase } from '../databases.ts';

const day = (text: string) => text as LocalDate;

async function openSurveyWithToken(board: TestBoard, given: Parameters<typeof openTestSurvey>[2] = {}) {
	const providerId = await addTestProvider(board.adnan);
	const { surveyId, links } = await openTestSurvey(board.adnan, [providerId], given);
	return { providerId, surveyId, token: links[0]?.token ?? '' };
}

/** As they are counted, before the disclosure control. */
async function resultsOf2026(board: TestBoard) {
	const input = { instrumentId: 'simrishamn-sol', year: 2026 };
	return (await fetch(board.adnan, surveyResults, input)).openForControl();
}

describeOnEachDatabase('an anonymous answer', (open) => {
	it('is put in the box, and nothing else is written anywhere', async () => {
		const board = await open();
		const { token } = await openSurveyWithToken(board);
		const before = await countRows(board);
		const outcome = await run(
			board.linkHolder,
			submitResponse,
			testSubmission(token, { answers: { sol_1: 3 } })
		);
		expect(outcome).toEqual({});
		expect(toDifference(before, await countRows(board))).toEqual({ sealed_answers: 1 });
	});

	it('comes out of the box with the quarter and no finer time, with another id, and nothing of who answered', async () => {
		const board = await open();
		const { token, providerId, surveyId } = await openSurveyWithToken(board);
		const sent = Array.from({ length: 5 }, () =>
			testSubmission(token, { answers: { sol_1: 3 }, help: 'relative' })
		);
		for (const one of sent) await run(board.on('2026-03-17', board.linkHolder), submitResponse, one);
		await emptyDueBoxes(board.on('2026-04-01', board.adnan));
		const rows = await queryRows<{ id: string }>(
			board.database.orm,
			sql`select * from anonymous_responses where board_id = ${board.board.id}`
		);
		expect(rows).toHaveLength(5);
		for (const row of rows) {
			expect(row).toEqual({
				board_id: board.board.id,
				id: expect.any(String) as string,
				survey_id: surveyId,
				provider_id: providerId,
				quarter: '2026-Q1',
				instrument_id: 'simrishamn-sol',
				instrument_version: '1.0.0',
				answers: { sol_1: 3 }
			});
		}
		const ids = new Set(rows.map(({ id }) => id));
		expect(sent.filter(({ submissionId }) => ids.has(submissionId))).toEqual([]);
	});

	it('is stored once however often it is sent', async () => {
		const board = await open();
		const { token } = await openSurveyWithToken(board);
		const submission = testSubmission(token, { answers: { sol_1: 3 } });
		const before = await countRows(board);
		await Promise.all(Array.from({ length: 50 }, () => run(board.linkHolder, submitResponse, submission)));
		expect(toDifference(before, await countRows(board))).toEqual({ sealed_answers: 1 });
	});

	it('is one of many by the same link', async () => {
		const board = await open();
		const { token } = await openSurveyWithToken(board);
		const before = await countRows(board);
		await Promise.all(
			Array.from({ length: 20 }, () =>
				run(board.linkHolder, submitResponse, testSubmission(token, { answers: { sol_1: 3 } }))
			)
		);
		expect(toDifference(before, await countRows(board))).toEqual({ sealed_answers: 20 });
	});

	it('is refused with an id that carries a time', async () => {
		const board = await open();
		const { token } = await openSurveyWithToken(board);
		const submissionId = '019a1b2c-3d4e-7f00-8a1b-2c3d4e5f6071';
		const submission = testSubmission(token, { answers: { sol_1: 3 }, submissionId });
		await expect(run(board.linkHolder, submitResponse, submission)).rejects.toMatchObject({
			code: 'invalid-input'
		});
	});

	it.each(['2025-12-31', '2027-01-01'])('is refused outside the survey’s days (%s)', async (today) => {
		const board = await open();
		const { token } = await openSurveyWithToken(board);
		const holder = board.on(today, board.linkHolder);
		await expect(fetch(holder, findLink, { token })).rejects.toMatchObject({ code: 'survey-not-open' });
		await expect(
			run(holder, submitResponse, testSubmission(token, { answers: { sol_1: 3 } }))
		).rejects.toMatchObject({ code: 'survey-not-open' });
	});
});

describeOnEachDatabase('a survey', (open) => {
	it('opens for whoever holds the provider’s link', async () => {
		const board = await open();
		const providerId = await addTestProvider(board.adnan, 'Påhittade hemmet');
		const { surveyId, links } = await openTestSurvey(board.adnan, [providerId], { title: 'Hur har du det?' });
		expect(await fetch(board.linkHolder, findLink, { token: links[0]?.token ?? '' })).toEqual({
			kind: 'survey',
			surveyId,
			isTrial: false,
			isConfidential: false,
			languages: ['sv'],
			providerId,
			providerName: 'Påhittade hemmet',
			surveyTitle: 'Hur har du det?',
			instruments: [{ id: 'simrishamn-sol', version: '1.0.0' }],
			closesOn: '2026-12-31',
			boardName: 'Påhittade nämnden',
			informationId: expect.any(String) as string,
			quickExit: 'by-subject',
			resumable: false
		});
	});

	it('is listed with its providers', async () => {
		const board = await open();
		const [a, b] = [await addTestProvider(board.adnan, 'A'), await addTestProvider(board.adnan, 'B')];
		const { surveyId } = await openTestSurvey(board.adnan, [b, a]);
		expect(await fetch(board.adnan, listSurveys, {})).toMatchObject([
			{
				id: surveyId,
				purpose: 'follow-up',
				anonymity: 'open-anonymous',
				opensOn: '2026-01-01',
				closesOn: '2026-12-31',
				providers: [
					{ providerId: a, name: 'A' },
					{ providerId: b, name: 'B' }
				]
			}
		]);
	});

	it('gets another link for a provider, and the old one stops working', async () => {
		const board = await open();
		const { token, surveyId, providerId } = await openSurveyWithToken(board);
		const renewed = await run(board.adnan, renewSurveyLink, { surveyId, providerId });
		await expect(fetch(board.linkHolder, findLink, { token })).rejects.toMatchObject({
			code: 'link-unknown'
		});
		await expect(fetch(board.linkHolder, findLink, renewed)).resolves.toMatchObject({ surveyId });
	});

	it('is refused without providers, and when it closes before it opens', async () => {
		const board = await open();
		await expect(openTestSurvey(board.adnan, [])).rejects.toMatchObject({ code: 'invalid-input' });
		const providerId = await addTestProvider(board.adnan);
		await expect(
			openTestSurvey(board.adnan, [providerId], { closesOn: day('2025-12-31') })
		).rejects.toMatchObject({ code: 'invalid-input' });
	});

	it('is refused with an instrument whose owner has not permitted it', async () => {
		const board = await open();
		const providerId = await addTestProvider(board.adnan);
		await expect(
			openTestSurvey(board.adnan, [providerId], { instrumentIds: ['kasam-13'] })
		).rejects.toMatchObject({ code: 'permit-required' });
	});
});

describeOnEachDatabase('the results of a survey', (open) => {
	it('are counts by code for each provider, also one that nobody has answered about', async () => {
		const board = await open();
		const [a, b] = [await addTestProvider(board.adnan, 'A'), await addTestProvider(board.adnan, 'B')];
		const { surveyId } = await openTestSurvey(board.adnan, [a, b]);
		const answers = [{ sol_1: 3, sol_2: 2 }, { sol_1: 3 }, { sol_1: 1 }];
		await storeReleased(board, { surveyId, providerId: a }, answers);
		expect(await resultsOf2026(board)).toEqual([
			{
				providerId: a,
				name: 'A',
				forms: 3,
				items: {
					sol_1: [
						{ code: 1, count: 1 },
						{ code: 3, count: 2 }
					],
					sol_2: [{ code: 2, count: 1 }]
				}
			},
			{ providerId: b, name: 'B', forms: 0, items: {} }
		]);
	});

	it('are those of their own provider for its staff', async () => {
		const board = await open();
		const own = await addTestProvider(board.adnan, 'A');
		await openTestSurvey(board.adnan, [own, await addTestProvider(board.adnan, 'B')]);
		const context = {
			...board.adnan,
			actor: {
				kind: 'staff' as const,
				boardId: board.board.id,
				staffId: 'test-Ursula',
				name: 'Ursula (påhittad)',
				roles: ['provider-staff' as const],
				heldRoles: [{ role: 'provider-staff' as const, unitId: null, providerId: own }]
			}
		};
		const input = { instrumentId: 'simrishamn-sol', year: 2026 };
		const found = (await fetch(context, surveyResults, input)).openForControl();
		expect(found.map(({ providerId }) => providerId)).toEqual([own]);
	});

	it('add up the quarters of the year', async () => {
		const board = await open();
		const { surveyId, providerId } = await openSurveyWithToken(board);
		for (const quarter of ['2026-Q1', '2026-Q2']) {
			await storeReleased(board, { surveyId, providerId, quarter }, [{ sol_1: 3 }]);
		}
		expect(await resultsOf2026(board)).toMatchObject([
			{ forms: 2, items: { sol_1: [{ code: 3, count: 2 }] } }
		]);
	});

	it('hold no answers of another year', async () => {
		const board = await open();
		const closesOn = day('2027-12-31');
		const { surveyId, providerId } = await openSurveyWithToken(board, { closesOn });
		await storeReleased(board, { surveyId, providerId, quarter: '2027-Q1' }, [{ sol_1: 3 }]);
		expect(await resultsOf2026(board)).toMatchObject([{ forms: 0, items: {} }]);
	});

	it('count each of several chosen codes and each row of a matrix, and never free text', async () => {
		const board = await open();
		const { surveyId, providerId } = await openSurveyWithToken(board);
		// Written straight to the table: no instrument that ships has all of these.
		const answers = { sol_1: [1, 2], sol_2: { row: 'x' }, sol_3: true, 'sol_4-Comment': 'Hemligt' };
		await storeReleased(board, { surveyId, providerId }, [answers]);
		const [result] = await resultsOf2026(board);
		expect(result?.items).toEqual({
			sol_1: [
				{ code: 1, count: 1 },
				{ code: 2, count: 1 }
			],
			'sol_2.row': [{ code: 'x', count: 1 }],
			sol_3: [{ code: true, count: 1 }]
		});
	});
});

/** A survey from draft to reported: what may be changed where, trying it, copying it, and codes in a hat. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { findLink } from '#lib/collection/server/reads/find-link.ts';
import type { ProviderId, SurveyId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { changeSurvey } from '#lib/surveys/server/commands/change-survey.ts';
import { copySurvey } from '#lib/surveys/server/commands/copy-survey.ts';
import { discardSurvey } from '#lib/surveys/server/commands/discard-survey.ts';
import { moveSurvey } from '#lib/surveys/server/commands/move-survey.ts';
import { publishSurvey } from '#lib/surveys/server/commands/publish-survey.ts';
import { registerCodes } from '#lib/surveys/server/commands/register-codes.ts';
import { trySurvey } from '#lib/surveys/server/commands/try-survey.ts';
import { listSurveys } from '#lib/surveys/server/reads/list-surveys.ts';
import { surveyOverview } from '#lib/surveys/server/reads/survey-overview.ts';
import { countRows, toDifference } from '#tests/build/count-rows.ts';
import {
	addTestProvider,
	draftTestSurvey,
	openTestSurvey,
	testSubmission,
	type TestSurvey
} from '#tests/build/made-up.ts';
import type { TestBoard } from '#tests/build/test-board.ts';
import { describeOnEachDatabase } from '../databases.ts';

const day = (text: string) => text as LocalDate;
const answers = { sol_1: 3 };

async function draft(board: TestBoard, given: Partial<TestSurvey> = {}) {
	const providerId = await addTestProvider(board.adnan);
	return { providerId, surveyId: await draftTestSurvey(board.adnan, [providerId], given) };
}

async function stateOf(board: TestBoard, surveyId: SurveyId): Promise<string | undefined> {
	return (await fetch(board.adnan, listSurveys, {})).find(({ id }) => id === surveyId)?.state;
}

describeOnEachDatabase('a draft of a survey', (open) => {
	it('can be changed in everything, and thrown away', async () => {
		const board = await open();
		const { surveyId } = await draft(board);
		const other = await addTestProvider(board.adnan, 'Annan utförare');
		await run(board.adnan, changeSurvey, {
			surveyId,
			plan: { title: 'Ny rubrik', anonymity: 'codes', purpose: 'anonymous-survey' },
			providers: [{ providerId: other, invited: 40 }]
		});
		const { survey } = await fetch(board.adnan, surveyOverview, { surveyId });
		expect(survey).toMatchObject({ title: 'Ny rubrik', anonymity: 'codes', state: 'draft' });
		expect(survey.providers).toEqual([
			{ providerId: other, name: 'Annan utförare', invited: 40, mostAnswers: null }
		]);
		await run(board.adnan, discardSurvey, { surveyId });
		expect(await stateOf(board, surveyId)).toBeUndefined();
	});

	it('can be tried to the end, and nothing of it is stored anywhere', async () => {
		const board = await open();
		const { surveyId } = await draft(board);
		const { token } = await run(board.adnan, trySurvey, { surveyId });
		const before = await countRows(board);
		expect(await fetch(board.linkHolder, findLink, { token })).toMatchObject({ isTrial: true, surveyId });
		expect(await run(board.linkHolder, submitResponse, testSubmission(token, { answers }))).toEqual({});
		expect(toDifference(before, await countRows(board))).toEqual({});
		// What is wrong is refused as it will be.
		const wrong = testSubmission(token, { answers: { sol_1: 17 } });
		await expect(run(board.linkHolder, submitResponse, wrong)).rejects.toMatchObject({
			code: 'answers-refused'
		});
	});

	it('cannot be tried any more when it has been published', async () => {
		const board = await open();
		const { surveyId } = await draft(board);
		const { token } = await run(board.adnan, trySurvey, { surveyId });
		await run(board.adnan, publishSurvey, { surveyId });
		await expect(fetch(board.linkHolder, findLink, { token })).rejects.toMatchObject({
			code: 'link-unknown'
		});
		await expect(run(board.adnan, trySurvey, { surveyId })).rejects.toMatchObject({ code: 'survey-fixed' });
	});

	it('says what is left before it is published, and is published when nothing stops it', async () => {
		const board = await open();
		const { surveyId } = await draft(board, { closesOn: day('2026-03-01') });
		const stopping = async () =>
			(await fetch(board.adnan, surveyOverview, { surveyId })).checks
				.filter(({ state }) => state === 'stops')
				.map(({ item }) => item);
		expect(await stopping()).toEqual(['period']);
		await expect(run(board.adnan, publishSurvey, { surveyId })).rejects.toMatchObject({
			code: 'invalid-input'
		});
		await run(board.adnan, changeSurvey, { surveyId, plan: { closesOn: day('2026-03-31') } });
		expect(await stopping()).toEqual([]);
		expect((await run(board.adnan, publishSurvey, { surveyId })).links).toHaveLength(1);
		expect(await stateOf(board, surveyId)).toBe('open');
	});

	it('says whether its pages can be left in a hurry, and its copy says the same', async () => {
		const board = await open();
		const { surveyId } = await draft(board);
		const find = async (of: SurveyId) => {
			const { token } = await run(board.adnan, trySurvey, { surveyId: of });
			return (await fetch(board.linkHolder, findLink, { token })).quickExit;
		};
		expect(await find(surveyId)).toBe('by-subject');
		await run(board.adnan, changeSurvey, { surveyId, plan: { quickExit: 'always' } });
		expect(await find(surveyId)).toBe('always');
		const days = { opensOn: day('2027-01-01'), closesOn: day('2027-01-31') };
		expect(await find(await run(board.adnan, copySurvey, { surveyId, title: 'Igen', ...days }))).toBe(
			'always'
		);
	});

	it('is refused in a language that the questions are not in', async () => {
		const board = await open();
		await expect(draft(board, { languages: ['sv', 'tlh'] })).rejects.toMatchObject({ code: 'invalid-input' });
		await expect(draft(board, { languages: [] })).rejects.toMatchObject({ code: 'invalid-input' });
	});
});

describeOnEachDatabase('a published survey', (open) => {
	it('keeps mode, form, purpose and providers, and may be open longer', async () => {
		const board = await open();
		const providerId = await addTestProvider(board.adnan);
		const { surveyId } = await openTestSurvey(board.adnan, [providerId]);
		const change = (given: object) => run(board.adnan, changeSurvey, { surveyId, ...given });
		for (const given of [
			{ plan: { anonymity: 'codes' } },
			{ plan: { instrumentId: 'simrishamn-lss' } },
			{ plan: { purpose: 'anonymous-survey' } },
			{ plan: { languages: [] } },
			{ plan: { quickExit: 'always' } },
			{ providers: [] }
		]) {
			await expect(change(given)).rejects.toMatchObject({ code: 'survey-fixed' });
		}
		await change({ plan: { closesOn: day('2027-01-31') }, invited: [{ providerId, invited: 12 }] });
		await expect(change({ plan: { closesOn: day('2026-03-01') } })).rejects.toMatchObject({
			code: 'invalid-input'
		});
		const { survey } = await fetch(board.adnan, surveyOverview, { surveyId });
		expect(survey).toMatchObject({ closesOn: '2027-01-31', providers: [{ invited: 12 }] });
	});

	it('is closed, then reported, and never opened again', async () => {
		const board = await open();
		const { surveyId, links } = await openTestSurvey(board.adnan, [await addTestProvider(board.adnan)]);
		const move = (to: 'closed' | 'reported') => run(board.adnan, moveSurvey, { surveyId, to });
		await expect(move('reported')).rejects.toMatchObject({ code: 'survey-fixed' });
		await move('closed');
		const submission = testSubmission(links[0]?.token ?? '', { answers });
		await expect(run(board.linkHolder, submitResponse, submission)).rejects.toMatchObject({
			code: 'survey-not-open'
		});
		await expect(run(board.adnan, publishSurvey, { surveyId })).rejects.toMatchObject({
			code: 'survey-fixed'
		});
		await expect(run(board.adnan, discardSurvey, { surveyId })).rejects.toMatchObject({
			code: 'survey-fixed'
		});
		await move('reported');
		const providerId = links[0]?.providerId as ProviderId;
		await expect(
			run(board.adnan, changeSurvey, { surveyId, invited: [{ providerId, invited: 9 }] })
		).rejects.toMatchObject({ code: 'survey-fixed' });
		expect(await stateOf(board, surveyId)).toBe('reported');
	});

	it('is copied for the next year, as a draft with the same questions and providers', async () => {
		const board = await open();
		const providerId = await addTestProvider(board.adnan);
		const { surveyId } = await openTestSurvey(board.adnan, [providerId], { invited: 40 });
		const next = { title: 'Året därpå', opensOn: day('2027-01-01'), closesOn: day('2027-12-31') };
		const copyId = await run(board.adnan, copySurvey, { surveyId, ...next });
		const { survey } = await fetch(board.adnan, surveyOverview, { surveyId: copyId });
		expect(survey).toMatchObject({ ...next, state: 'draft', instruments: [{ id: 'simrishamn-sol' }] });
		expect(survey.providers).toMatchObject([{ providerId, invited: null }]);
	});
});

const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex');

async function openWithCodes(board: TestBoard, codes: readonly string[]) {
	const providerId = await addTestProvider(board.adnan);
	const { surveyId, links } = await openTestSurvey(board.adnan, [providerId], { anonymity: 'codes' });
	await run(board.adnan, registerCodes, { surveyId, providerId, codeHashes: codes.map(hashOf) });
	return { providerId, surveyId, links };
}

describeOnEachDatabase('a code from the hat', (open) => {
	it('answers once, and the same sending again is the same answer', async () => {
		const board = await open();
		const [token] = ['4k7q01abcdef'];
		const { links } = await openWithCodes(board, [token ?? '']);
		expect(links).toEqual([]);
		const before = await countRows(board);
		const first = testSubmission(token ?? '', { answers });
		expect(await run(board.linkHolder, submitResponse, first)).toEqual({});
		expect(await run(board.linkHolder, submitResponse, first)).toEqual({});
		await expect(
			run(board.linkHolder, submitResponse, testSubmission(token ?? '', { answers }))
		).rejects.toMatchObject({ code: 'already-answered' });
		await expect(fetch(board.linkHolder, findLink, { token: token ?? '' })).rejects.toMatchObject({
			code: 'already-answered'
		});
		expect(toDifference(before, await countRows(board))).toEqual({ sealed_answers: 1 });
	});

	it('gives one answer when many are sent with it at the same time', async () => {
		const board = await open();
		const token = '4k7q01abcdeg';
		await openWithCodes(board, [token]);
		const before = await countRows(board);
		const sent = await Promise.allSettled(
			Array.from({ length: 12 }, () =>
				run(board.linkHolder, submitResponse, testSubmission(token, { answers }))
			)
		);
		expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect(toDifference(before, await countRows(board))).toEqual({ sealed_answers: 1 });
	});

	it('is not let in twice, in a survey with a link, in a closed one, or for a provider that is not asked', async () => {
		const board = await open();
		const { surveyId, providerId } = await openWithCodes(board, ['4k7q01abcdeh']);
		const register = (given: object) =>
			run(board.adnan, registerCodes, { surveyId, providerId, codeHashes: [hashOf('x')], ...given });
		await expect(register({ codeHashes: [hashOf('4k7q01abcdeh')] })).rejects.toMatchObject({
			code: 'already-exists'
		});
		await expect(register({ codeHashes: ['4k7q01abcdeh'] })).rejects.toMatchObject({ code: 'invalid-input' });
		await expect(register({ providerId: await addTestProvider(board.adnan) })).rejects.toMatchObject({
			code: 'not-found'
		});
		const shared = await openTestSurvey(board.adnan, [providerId]);
		await expect(register({ surveyId: shared.surveyId })).rejects.toMatchObject({ code: 'survey-fixed' });
		await run(board.adnan, moveSurvey, { surveyId, to: 'closed' });
		await expect(register({})).rejects.toMatchObject({ code: 'survey-fixed' });
	});
});

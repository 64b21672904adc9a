/** One survey that asks several forms: answered in one sitting, stored, counted and shown form by form. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { listCases } from '#lib/cases/server/reads/list-cases.ts';
import { addIntervention } from '#lib/cases/server/commands/add-intervention.ts';
import { saveDraft } from '#lib/collection/server/commands/save-draft.ts';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { withdrawLink } from '#lib/collection/server/commands/withdraw-link.ts';
import { findLink } from '#lib/collection/server/reads/find-link.ts';
import { caseResponse } from '#lib/collection/server/reads/case-response.ts';
import { listAdministrations } from '#lib/collection/server/reads/list-administrations.ts';
import { loadCatalogue } from '#lib/instruments/server/catalogue.ts';
import { instrumentForLink } from '#lib/instruments/server/permits/instrument-for-link.ts';
import { joinAnswers } from '#lib/instruments/sitting.ts';
import { inviteToSurvey } from '#lib/invitations/server/commands/invite-to-survey.ts';
import { renewLink } from '#lib/invitations/server/commands/renew-link.ts';
import { surveyResponse } from '#lib/invitations/server/reads/survey-response.ts';
import { surveyTarget } from '#lib/invitations/server/reads/survey-target.ts';
import { addKiosk } from '#lib/kiosk/server/commands/add-kiosk.ts';
import { fetchManifest } from '#lib/kiosk/server/commands/fetch-manifest.ts';
import { pairKiosk } from '#lib/kiosk/server/commands/pair-kiosk.ts';
import { takeKioskAnswers } from '#lib/kiosk/server/commands/take-kiosk-answers.ts';
import { listKiosks } from '#lib/kiosk/server/reads/list-kiosks.ts';
import { sealAnswer } from '#lib/kiosk/ui/seal-answer.ts';
import type { ResponseId } from '#lib/shared/ids.ts';
import type { LocalDate, Quarter } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import { queryRows } from '#lib/shared/server/database.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { emptyDueBoxes } from '#lib/surveys/server/boxes/empty-boxes.ts';
import { copySurvey } from '#lib/surveys/server/commands/copy-survey.ts';
import { moveSurvey } from '#lib/surveys/server/commands/move-survey.ts';
import { registerCodes } from '#lib/surveys/server/commands/register-codes.ts';
import { trySurvey } from '#lib/surveys/server/commands/try-survey.ts';
import { confidentialResults } from '#lib/surveys/server/reads/confidential-results.ts';
import { surveyOverview } from '#lib/surveys/server/reads/survey-overview.ts';
import { surveyProgress } from '#lib/surveys/server/reads/survey-progress.ts';
import { surveyTexts } from '#lib/surveys/server/reads/survey-texts.ts';
import { surveyResults } from '#lib/surveys/server/reads/survey-results.ts';
import { countRows, toDifference } from '#tests/build/count-rows.ts';
import { hashToken } from '#lib/shared/server/hash-token.ts';
import { toCode } from '#lib/surveys/survey-code.ts';
import {
	addTestProvider,
	draftTestSurvey,
	linkBaseOf,
	openConfidentialSurvey,
	openTestCase,
	openTestSurvey,
	testSubmission
} from '#tests/build/made-up.ts';
import type { TestBoard } from '#tests/build/test-board.ts';
import { storeWritten } from '#tests/build/written-texts.ts';
import { describeOnEachDatabase, root } from '../databases.ts';

const forms = { instrumentIds: ['simrishamn-sol', 'skl-brukarfragor'] };
const both = joinAnswers([
	{ sol_1: 3, sol_2: 2 },
	{ b1a: 1, b5: 2 }
]);
const closesOn = '2026-03-10' as LocalDate;

const results = async (board: TestBoard, instrumentId: string) =>
	(await fetch(board.adnan, surveyResults, { instrumentId, year: 2026 })).openForControl();

async function openBoth(board: TestBoard, given: Parameters<typeof openTestSurvey>[2] = {}) {
	const providerId = await addTestProvider(board.adnan);
	const opened = await openTestSurvey(board.adnan, [providerId], { ...forms, closesOn, ...given });
	return { providerId, ...opened, token: opened.links[0]?.token ?? '' };
}

describeOnEachDatabase('a survey with two forms', (open) => {
	it('asks them by one link as one, in order', async () => {
		const board = await open();
		const { token } = await openBoth(board);
		const target = await fetch(board.linkHolder, findLink, { token });
		expect(target.instruments.map(({ id }) => id)).toEqual(forms.instrumentIds);
		const { instruments } = target;
		const { questionnaire } = await fetch(board.linkHolder, instrumentForLink, { instruments });
		expect(questionnaire.forms?.map(({ prefix }) => prefix)).toEqual(['form1_', 'form2_']);
	});

	it('puts what one person sends in the box as one, and takes out one answer to each form', async () => {
		const board = await open();
		const { token, surveyId } = await openBoth(board);
		const before = await countRows(board);
		const submission = testSubmission(token, { answers: both });
		await run(board.linkHolder, submitResponse, submission);
		await run(board.linkHolder, submitResponse, submission);
		expect(toDifference(before, await countRows(board))).toEqual({ sealed_answers: 1 });
		for (let sent = 0; sent < 5; sent += 1) {
			await run(board.linkHolder, submitResponse, testSubmission(token, { answers: both }));
		}
		// People are counted, not forms: sealed, and when they have been taken out.
		const people = async () =>
			(await fetch(board.adnan, surveyProgress, {})).openForControl().find((one) => one.surveyId === surveyId)
				?.forms;
		expect(await people()).toBe(6);
		await emptyDueBoxes(board.on('2026-03-11', board.adnan));
		expect(await people()).toBe(6);
		const [sol] = await results(board, 'simrishamn-sol');
		const [skl] = await results(board, 'skl-brukarfragor');
		expect(sol).toMatchObject({ forms: 6, items: { sol_1: [{ code: 3, count: 6 }] } });
		expect(skl).toMatchObject({ forms: 6, items: { b1a: [{ code: 1, count: 6 }] } });
		expect(Object.keys({ ...sol?.items, ...skl?.items })).not.toContain('form1_sol_1');
		const rows = await queryRows<{ columns: string }>(
			board.database.orm,
			sql`select row_to_json(r)::text as columns from anonymous_responses r where survey_id = ${surveyId}`
		);
		expect(rows).toHaveLength(12);
		// No value but board, survey, provider, quarter and what is asked stands in more than one row.
		const ids = rows.map(({ columns }) => (JSON.parse(columns) as { id: string }).id);
		expect(new Set(ids).size).toBe(12);
	});

	it('counts whoever left one of them empty as a person who answered neither question in it', async () => {
		const board = await open();
		const { token } = await openBoth(board);
		for (let sent = 0; sent < 5; sent += 1) {
			const answers = joinAnswers([{ sol_1: 0 }, {}]);
			await run(board.linkHolder, submitResponse, testSubmission(token, { answers }));
		}
		await emptyDueBoxes(board.on('2026-03-11', board.adnan));
		expect(await results(board, 'skl-brukarfragor')).toMatchObject([{ forms: 5, items: {} }]);
	});

	it('refuses answers that name no form, and those of the first alone', async () => {
		const board = await open();
		const { token } = await openBoth(board);
		await expect(
			run(board.linkHolder, submitResponse, testSubmission(token, { answers: { sol_1: 3 } }))
		).rejects.toMatchObject({ code: 'answers-refused' });
	});

	it('keeps what is written in each form under that form', async () => {
		const board = await open();
		const catalogue = loadCatalogue([
			join(root, 'instruments'),
			join(root, 'tests', 'fixtures', 'instruments')
		]);
		const withFixtures = { ...board, adnan: { ...board.adnan, catalogue } };
		const { token, surveyId } = await openBoth(withFixtures, {
			instrumentIds: ['skl-brukarfragor', 'alla-fragetyper']
		});
		const required = { val: 1, tal: 3, ja_nej: true, rader: { lyssnar: 1, tid: 1, bestamma: 1 } };
		for (let person = 0; person < 10; person += 1) {
			const answers = joinAnswers([{ b1a: 1 }, { ...required, text: `kort ${person}` }]);
			await run({ ...board.linkHolder, catalogue }, submitResponse, testSubmission(token, { answers }));
		}
		await emptyDueBoxes(board.on('2026-03-11', withFixtures.adnan));
		const written = await queryRows<{ question: string; form: string; texts: number }>(
			board.database.orm,
			sql`select question, instrument_id as form, count(*)::int as texts from anonymous_texts
				where survey_id = ${surveyId} and question = 'text' group by 1, 2`
		);
		expect(written).toEqual([{ question: 'text', form: 'alla-fragetyper', texts: 10 }]);
	});

	it('shows what was written to questions of the same name form by form, and lets neither group lend to the other', async () => {
		const board = await open();
		const { surveyId, providerId } = await openBoth(board);
		const about = { surveyId, providerId, question: 'ord' };
		const words = (count: number) => Array.from({ length: count }, (_, at) => `ord ${at}`);
		await storeWritten(board, { ...about, instrumentId: 'skl-brukarfragor' }, words(10));
		await storeWritten(board, { ...about, instrumentId: 'simrishamn-sol' }, words(9));
		const { groups } = await fetch(board.adnan, surveyTexts, { surveyId });
		expect(groups.map(({ instrumentId, texts }) => [instrumentId, texts])).toEqual([
			['simrishamn-sol', null],
			['skl-brukarfragor', []]
		]);
	});

	it('lets one code in once, for both', async () => {
		const board = await open();
		const { surveyId, providerId } = await openBoth(board, { anonymity: 'codes' });
		const code = toCode(Buffer.alloc(12, 7));
		await run(board.adnan, registerCodes, { surveyId, providerId, codeHashes: [hashToken(code)] });
		await run(board.linkHolder, submitResponse, testSubmission(code, { answers: both }));
		await expect(
			run(board.linkHolder, submitResponse, testSubmission(code, { answers: both }))
		).rejects.toMatchObject({ code: 'already-answered' });
	});

	it('is asked on a tablet without a network, and brought as one', async () => {
		const board = await open();
		const { surveyId } = await openBoth(board, { closesOn: '2026-12-31' as LocalDate });
		const { surveys } = await fetch(board.adnan, listKiosks, {});
		const linkId = surveys.at(-1)!.linkId;
		const kiosk = await run(board.adnan, addKiosk, { name: 'Hallen', pin: '4711', linkIds: [linkId] });
		const { token } = await run(board.linkHolder, pairKiosk, { code: kiosk.code });
		const { manifest } = await run(board.linkHolder, fetchManifest, { token, boardName: board.board.name });
		expect(manifest.surveys[0]?.instrument.questionnaire.forms).toHaveLength(2);
		const answer = {
			id: randomUUID() as ResponseId,
			surveyLinkId: linkId,
			quarter: '2026-Q1' as Quarter,
			language: 'sv',
			answers: both
		};
		const sealed = [await sealAnswer(manifest, answer)];
		expect(await run(board.linkHolder, takeKioskAnswers, { token, sealed })).toEqual(['stored']);
		expect(await run(board.linkHolder, takeKioskAnswers, { token, sealed })).toEqual(['stored']);
		const counted = (await fetch(board.adnan, surveyProgress, {})).openForControl();
		expect(counted.filter((one) => one.surveyId === surveyId)).toMatchObject([{ forms: 1 }]);
	});

	it('is refused with the same form twice, five forms, or forms without a language in common', async () => {
		const board = await open();
		const providerId = await addTestProvider(board.adnan);
		const draft = (instrumentIds: string[], languages = ['sv']) =>
			draftTestSurvey(board.adnan, [providerId], { instrumentIds, languages });
		const wrong = { code: 'invalid-input' };
		await expect(draft(['audit', 'audit'])).rejects.toMatchObject(wrong);
		await expect(draft([])).rejects.toMatchObject(wrong);
		const five = ['audit', 'dudit', 'gad-7', 'phq-9', 'simrishamn-sol'];
		await expect(draft(five)).rejects.toMatchObject(wrong);
		await expect(draft(['simrishamn-sol', 'skl-brukarfragor'], ['sv', 'sv-simple'])).rejects.toMatchObject(
			wrong
		);
	});

	it('stops at the checklist when one of them may not be given on the web', async () => {
		const board = await open();
		const providerId = await addTestProvider(board.adnan);
		const instrumentIds = ['simrishamn-sol', 'kasam-13'];
		const surveyId = await draftTestSurvey(board.adnan, [providerId], { instrumentIds });
		const { checks } = await fetch(board.adnan, surveyOverview, { surveyId });
		expect(checks.find(({ item }) => item === 'instrument')).toMatchObject({ state: 'stops' });
		await expect(run(board.adnan, trySurvey, { surveyId })).rejects.toMatchObject({
			code: 'permit-required'
		});
	});

	it('is copied with both', async () => {
		const board = await open();
		const { surveyId } = await openBoth(board);
		const copy = await run(board.adnan, copySurvey, {
			surveyId,
			title: 'Igen (påhittad)',
			opensOn: '2027-01-01' as LocalDate,
			closesOn: '2027-02-01' as LocalDate
		});
		const { survey } = await fetch(board.adnan, surveyOverview, { surveyId: copy });
		expect(survey.instruments.map(({ id }) => id)).toEqual(forms.instrumentIds);
	});
});

/** One case that a confidential survey with both forms has invited. */
async function inviteOne(board: TestBoard) {
	const providerId = await addTestProvider(board.adnan);
	const caseId = await openTestCase(board.karin, { openedOn: '2025-08-01' as LocalDate });
	await run(board.karin, addIntervention, {
		caseId,
		providerId,
		name: 'Öppenvård',
		decidedOn: null,
		startedOn: '2025-09-01' as LocalDate,
		endedOn: null
	});
	const surveyId = await openConfidentialSurvey(board.adnan, [providerId], forms);
	const linkBase = linkBaseOf(board.board.code);
	const invited = await run(board.adnan, inviteToSurvey, {
		surveyId,
		order: 'letter',
		channels: [],
		linkBase
	});
	const [waiting] = await fetch(board.karin, listAdministrations, { caseId });
	const administrationId = waiting!.id;
	const expiresOn = '2026-06-01' as LocalDate;
	const renewed = await run(board.karin, renewLink, { administrationId, expiresOn, linkBase });
	return { providerId, caseId, surveyId, invited, administrationId, token: renewed.token };
}

describeOnEachDatabase('a confidential survey with two forms', (open) => {
	it('invites each once, and what waits in the case is one thing', async () => {
		const board = await open();
		const { caseId, surveyId, invited, token } = await inviteOne(board);
		expect(invited).toEqual({ email: 0, sms: 0, letter: 1 });
		expect(await fetch(board.adnan, surveyTarget, { surveyId })).toEqual({ waiting: 0, invited: 1 });
		expect(await fetch(board.karin, listAdministrations, { caseId })).toMatchObject([
			{ instrumentId: 'simrishamn-sol', state: 'sent' }
		]);
		const found = (await fetch(board.karin, listCases, {})).find(({ id }) => id === caseId);
		expect(found).toMatchObject({ waiting: 1 });
		const target = await fetch(board.linkHolder, findLink, { token });
		expect(target.instruments.map(({ id }) => id)).toEqual(forms.instrumentIds);
	});

	it('stores a response to each, once, however often it is sent, and in both languages it was answered in', async () => {
		const board = await open();
		const { caseId, surveyId, token } = await inviteOne(board);
		const draft = { token, page: null, language: 'sv' };
		await run(board.linkHolder, saveDraft, { ...draft, answers: joinAnswers([{ sol_1: 3 }, {}]) });
		await run(board.linkHolder, saveDraft, { ...draft, answers: joinAnswers([{}, { b1a: 1 }]) });
		const target = await fetch(board.linkHolder, findLink, { token });
		expect(target).toMatchObject({ draft: { answers: { form1_sol_1: 3, form2_b1a: 1 } } });
		const submission = testSubmission(token, { answers: null, help: 'relative' });
		const before = await countRows(board);
		const sent = await Promise.all([1, 2].map(() => run(board.linkHolder, submitResponse, submission)));
		expect(sent.map(({ responseId }) => responseId)).toEqual([
			submission.submissionId,
			submission.submissionId
		]);
		expect(toDifference(before, await countRows(board))).toMatchObject({ responses: 2, audit_events: 2 });
		const answered = await fetch(board.karin, listAdministrations, { caseId });
		expect(answered.map(({ instrumentId, state }) => [instrumentId, state]).sort()).toEqual([
			['simrishamn-sol', 'answered'],
			['skl-brukarfragor', 'answered']
		]);
		const responses = await Promise.all(
			answered.map((one) =>
				fetch(board.karin, caseResponse, {
					responseId: one.state === 'answered' ? one.responseId : ('' as ResponseId)
				})
			)
		);
		expect(responses.map(({ answers, help }) => ({ answers, help }))).toEqual(
			expect.arrayContaining([
				{ answers: { sol_1: 3 }, help: 'relative' },
				{ answers: { b1a: 1 }, help: 'relative' }
			])
		);
		// One person answered.
		const counts = (await fetch(board.adnan, surveyResponse, { surveyId })).openForControl();
		expect(counts).toMatchObject([{ outcome: 'answered', people: 1 }]);
		await expect(
			run(board.linkHolder, submitResponse, testSubmission(token, { answers: null }))
		).rejects.toMatchObject({ code: 'already-answered' });
	});

	it('stores nothing when one of them is refused', async () => {
		const board = await open();
		const { caseId, token } = await inviteOne(board);
		const answers = joinAnswers([{ sol_1: 3 }, { b1a: 99 }]);
		await expect(
			run(board.linkHolder, submitResponse, testSubmission(token, { answers }))
		).rejects.toMatchObject({ code: 'answers-refused' });
		expect(await fetch(board.karin, listAdministrations, { caseId })).toMatchObject([{ state: 'sent' }]);
	});

	it('is taken back and closed as one', async () => {
		const board = await open();
		const { caseId, surveyId, administrationId, token } = await inviteOne(board);
		await run(board.karin, withdrawLink, { administrationId });
		const states = await queryRows<{ state: string }>(
			board.database.orm,
			sql`select state from administrations where survey_id = ${surveyId}`
		);
		expect(states).toEqual([{ state: 'withdrawn' }, { state: 'withdrawn' }]);
		expect(await fetch(board.karin, listAdministrations, { caseId })).toHaveLength(1);
		await expect(
			run(board.linkHolder, submitResponse, testSubmission(token, { answers: both }))
		).rejects.toMatchObject({ code: 'link-withdrawn' });
	});

	it('shows the results of each form by itself', async () => {
		const board = await open();
		const { surveyId, token } = await inviteOne(board);
		await run(board.linkHolder, submitResponse, testSubmission(token, { answers: both }));
		await run(board.adnan, moveSurvey, { surveyId, to: 'closed' });
		const found = await fetch(board.adnan, confidentialResults, { surveyId });
		expect(found.forms.map(({ asked, answers }) => [asked.id, answers.openForControl().length])).toEqual([
			['simrishamn-sol', 1],
			['skl-brukarfragor', 1]
		]);
	});
});

import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { KioskAnswer } from '#lib/kiosk/kiosk-answer.ts';
import { addKiosk } from '#lib/kiosk/server/commands/add-kiosk.ts';
import { changeKiosk } from '#lib/kiosk/server/commands/change-kiosk.ts';
import { fetchManifest } from '#lib/kiosk/server/commands/fetch-manifest.ts';
import { pairKiosk } from '#lib/kiosk/server/commands/pair-kiosk.ts';
import { renewPairingCode } from '#lib/kiosk/server/commands/renew-pairing-code.ts';
import { shutOutKiosk } from '#lib/kiosk/server/commands/shut-out-kiosk.ts';
import { takeKioskAnswers } from '#lib/kiosk/server/commands/take-kiosk-answers.ts';
import { listKiosks } from '#lib/kiosk/server/reads/list-kiosks.ts';
import { previewOnKiosk } from '#lib/kiosk/server/reads/preview-on-kiosk.ts';
import { sealAnswer } from '#lib/kiosk/ui/seal-answer.ts';
import { verifyManifest } from '#lib/kiosk/ui/verify-manifest.ts';
import { rotateTenantKeys } from '#lib/secrecy/server/rotate-keys.ts';
import type { KioskId, ResponseId, SurveyLinkId } from '#lib/shared/ids.ts';
import type { Quarter } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import { queryRows } from '#lib/shared/server/database.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { countRows, toDifference } from '#tests/build/count-rows.ts';
import { addTestProvider, draftTestSurvey, openTestSurvey } from '#tests/build/made-up.ts';
import { emptyDueBoxes } from '#lib/surveys/server/boxes/empty-boxes.ts';
import type { TestBoard } from '#tests/build/test-board.ts';
import { describeOnEachDatabase, describeOnOwnDatabase } from '../databases.ts';

async function addTestKiosk(board: TestBoard, days: Parameters<typeof openTestSurvey>[2] = {}) {
	const providerId = await addTestProvider(board.adnan, 'Utföraren i väntrummet');
	await openTestSurvey(board.adnan, [providerId], days);
	const { surveys } = await fetch(board.adnan, listKiosks, {});
	const linkId = surveys.at(-1)!.linkId;
	const input = { name: 'Väntrummet', pin: '4711', linkIds: [linkId] };
	const { kioskId, code } = await run(board.adnan, addKiosk, input);
	return { kioskId, code, linkId };
}

async function pairTestKiosk(board: TestBoard, days: Parameters<typeof openTestSurvey>[2] = {}) {
	const added = await addTestKiosk(board, days);
	const { token, verifyKey } = await run(board.linkHolder, pairKiosk, { code: added.code });
	const { manifest } = await run(board.linkHolder, fetchManifest, { token, boardName: board.board.name });
	return { ...added, token, verifyKey, manifest };
}

function answerOf(surveyLinkId: SurveyLinkId, given: Partial<KioskAnswer> = {}): KioskAnswer {
	return {
		id: randomUUID() as ResponseId,
		surveyLinkId,
		quarter: '2026-Q1' as Quarter,
		language: 'sv',
		answers: { sol_1: 3 },
		...given
	};
}

const asked = (board: TestBoard, token: string, sealed: readonly string[]) =>
	run(board.linkHolder, takeKioskAnswers, { token, sealed });

const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => null,
		(problem: { code?: string }) => problem.code
	);

describeOnEachDatabase('a survey tried on a tablet', (open) => {
	it('is what a tablet would be told of it, of each provider, before anybody may answer', async () => {
		const board = await open();
		const [first, second] = [
			await addTestProvider(board.adnan, 'A'),
			await addTestProvider(board.adnan, 'B')
		];
		const surveyId = await draftTestSurvey(board.adnan, [second, first]);
		const before = await countRows(board);
		const { boardName, surveys } = await fetch(board.adnan, previewOnKiosk, { surveyId });
		expect(boardName).toBe(board.board.name);
		expect(surveys.map(({ providerName }) => providerName)).toEqual(['A', 'B']);
		expect(surveys[0]?.instrument.id).toBe('simrishamn-sol');
		expect(new Set(surveys.map(({ linkId }) => linkId)).size).toBe(2);
		expect(toDifference(before, await countRows(board))).toEqual({});
	});

	it('is nothing where no tablet can have it, or for whoever makes no surveys', async () => {
		const board = await open();
		const providerId = await addTestProvider(board.adnan);
		const codes = await draftTestSurvey(board.adnan, [providerId], { anonymity: 'codes' });
		expect(await codeOf(fetch(board.adnan, previewOnKiosk, { surveyId: codes }))).toBe('not-found');
		const surveyId = await draftTestSurvey(board.adnan, [providerId]);
		expect(await codeOf(fetch(board.karin, previewOnKiosk, { surveyId }))).toBe('not-permitted');
	});
});

describeOnEachDatabase('a tablet', (open) => {
	it('is paired by its code once, however the code is typed', async () => {
		const board = await open();
		const { code, kioskId } = await addTestKiosk(board);
		const typed = `${code.slice(0, 4).toLowerCase()} - ${code.slice(4)}`;
		await expect(run(board.linkHolder, pairKiosk, { code: typed })).resolves.toMatchObject({ kioskId });
		expect(await codeOf(run(board.linkHolder, pairKiosk, { code }))).toBe('kiosk-code-unknown');
	});

	it('is not paired by a code that is a quarter of an hour old', async () => {
		const board = await open();
		const { code } = await addTestKiosk(board);
		const later = new Date(board.linkHolder.now().getTime() + 15 * 60_000);
		const late = { ...board.linkHolder, now: () => later };
		expect(await codeOf(run(late, pairKiosk, { code }))).toBe('kiosk-code-unknown');
	});

	it('gets what it needs to go on without a network, and no secret', async () => {
		const board = await open();
		const { manifest, linkId, token } = await pairTestKiosk(board);
		expect(manifest.surveys.map((survey) => survey.linkId)).toEqual([linkId]);
		expect(manifest.surveys[0]?.instrument.questionnaire.pages.length).toBeGreaterThan(0);
		expect(manifest.validUntil).toBe('2026-03-16');
		const [row] = await queryRows<{ private_key: string; signing_key: string }>(
			board.database.orm,
			sql`select private_key, signing_key from kiosks where board_id = ${board.board.id}`
		);
		const text = JSON.stringify(manifest);
		const secrets = [row!.private_key, row!.signing_key, token, '4711'];
		expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
	});

	it('is shut out from its very next request, and keeps its place until then', async () => {
		const board = await open();
		const { kioskId, token, manifest, linkId } = await pairTestKiosk(board);
		await run(board.adnan, renewPairingCode, { kioskId });
		expect(await codeOf(run(board.linkHolder, fetchManifest, { token, boardName: '' }))).toBeNull();
		await run(board.adnan, shutOutKiosk, { kioskId });
		const sealed = [await sealAnswer(manifest, answerOf(linkId))];
		expect(await codeOf(asked(board, token, sealed))).toBe('kiosk-unknown');
		expect(await codeOf(run(board.linkHolder, fetchManifest, { token, boardName: '' }))).toBe(
			'kiosk-unknown'
		);
	});

	it('can bring what lay sealed on it when it is paired again', async () => {
		const board = await open();
		const { kioskId, manifest, linkId } = await pairTestKiosk(board);
		const sealed = [await sealAnswer(manifest, answerOf(linkId))];
		await run(board.adnan, shutOutKiosk, { kioskId });
		const { code } = await run(board.adnan, renewPairingCode, { kioskId });
		const { token } = await run(board.linkHolder, pairKiosk, { code });
		expect(await asked(board, token, sealed)).toEqual(['stored']);
	});

	it('is another board’s to nobody', async () => {
		const [ours, theirs] = [await open(), await open()];
		const { kioskId, code, linkId } = await addTestKiosk(ours);
		expect((await fetch(theirs.adnan, listKiosks, {})).kiosks).toEqual([]);
		expect(await codeOf(run(theirs.adnan, renewPairingCode, { kioskId }))).toBe('not-found');
		expect(await codeOf(run(theirs.adnan, shutOutKiosk, { kioskId }))).toBe('not-found');
		const change = { kioskId, name: 'Deras', pin: null, linkIds: [linkId] };
		expect(await codeOf(run(theirs.adnan, changeKiosk, change))).toBe('not-found');
		expect(await codeOf(run(theirs.linkHolder, pairKiosk, { code }))).toBe('kiosk-code-unknown');
		const input = { name: 'Väntrum', pin: '4711', linkIds: [linkId] };
		expect(await codeOf(run(theirs.adnan, addKiosk, input))).toBe('not-found');
	});

	it('is refused digits that are none, and no survey at all', async () => {
		const board = await open();
		const { kioskId, linkId } = await addTestKiosk(board);
		const input = { name: 'Väntrum', pin: '12', linkIds: [linkId] };
		expect(await codeOf(run(board.adnan, addKiosk, input))).toBe('invalid-input');
		const none = { kioskId, name: 'Väntrum', pin: null, linkIds: [] };
		expect(await codeOf(run(board.adnan, changeKiosk, none))).toBe('invalid-input');
		const [kiosk] = (await fetch(board.adnan, listKiosks, {})).kiosks;
		expect(kiosk).toMatchObject({ name: 'Väntrummet' });
	});
});

describeOnOwnDatabase('what a tablet is to ask', (open) => {
	const nobody = { kioskId: null, newest: null };
	const ask = (board: TestBoard, token: string) =>
		run(board.linkHolder, fetchManifest, { token, boardName: board.board.name });

	it('is signed with the key that came with the pairing, and says so only sign for sign', async () => {
		const board = await open();
		const { token, verifyKey, manifest } = await pairTestKiosk(board);
		const { signed } = await ask(board, token);
		const value: unknown = JSON.parse(JSON.stringify(manifest));
		expect(await verifyManifest(signed, verifyKey, nobody)).toEqual({ ok: true, value });
		const longer = { ...signed, text: signed.text.replace(manifest.validUntil, '2099-01-01') };
		expect(await verifyManifest(longer, verifyKey, nobody)).toEqual({ ok: false, problem: 'altered' });
		const { verifyKey: another } = await pairTestKiosk(await open());
		expect(await verifyManifest(signed, another, nobody)).toEqual({ ok: false, problem: 'altered' });
	});

	it('has a number that grows with a change and with nothing else', async () => {
		const board = await open();
		const { token, kioskId, linkId } = await pairTestKiosk(board);
		expect((await ask(board, token)).manifest).toMatchObject({ revision: 1, issuedOn: '2026-03-02' });
		const change = { kioskId, name: 'Entrén', pin: null, linkIds: [linkId] };
		await run(board.adnan, changeKiosk, change);
		expect((await ask(board, token)).manifest.revision).toBe(2);
		await run(board.adnan, changeKiosk, change);
		expect((await ask(board, token)).manifest.revision).toBe(2);
	});

	it('is signed with a new key after every pairing, and the key of one that is shut out is gone', async () => {
		const board = await open();
		const { kioskId, verifyKey } = await pairTestKiosk(board);
		await run(board.adnan, shutOutKiosk, { kioskId });
		const rows = await queryRows(
			board.database.orm,
			sql`select signing_key, verify_key from kiosks where board_id = ${board.board.id}`
		);
		expect(rows).toEqual([{ signing_key: null, verify_key: null }]);
		const { code } = await run(board.adnan, renewPairingCode, { kioskId });
		const again = await run(board.linkHolder, pairKiosk, { code });
		expect(again.verifyKey).not.toBe(verifyKey);
		const { signed } = await ask(board, again.token);
		expect((await verifyManifest(signed, again.verifyKey, nobody)).ok).toBe(true);
	});

	it('gets a key, once, on a tablet that was paired before anything was signed', async () => {
		const board = await open();
		const { token, kioskId } = await pairTestKiosk(board);
		await queryRows(
			board.database.orm,
			sql`update kiosks set signing_key = null, verify_key = null where id = ${kioskId}`
		);
		const first = await ask(board, token);
		const second = await ask(board, token);
		expect(second.verifyKey).toBe(first.verifyKey);
		expect((await verifyManifest(second.signed, first.verifyKey, nobody)).ok).toBe(true);
	});

	it('is signed with the same key when the board’s own keys have been changed', async () => {
		const board = await open();
		const { token, verifyKey } = await pairTestKiosk(board);
		await rotateTenantKeys(board.database, () => Promise.resolve());
		const { signed } = await ask(board, token);
		expect((await verifyManifest(signed, verifyKey, nobody)).ok).toBe(true);
	});
});

describeOnEachDatabase('answers from a tablet', (open) => {
	it('are stored as any anonymous answer is, and leave nothing else anywhere', async () => {
		const board = await open();
		const { token, manifest, linkId } = await pairTestKiosk(board);
		const before = await countRows(board);
		const answer = answerOf(linkId);
		expect(await asked(board, token, [await sealAnswer(manifest, answer)])).toEqual(['stored']);
		expect(toDifference(before, await countRows(board))).toEqual({ sealed_answers: 1 });
	});

	it('are stored once however often they are sent', async () => {
		const board = await open();
		const { token, manifest, linkId } = await pairTestKiosk(board);
		const sealed = [await sealAnswer(manifest, answerOf(linkId))];
		const before = await countRows(board);
		for (const _ of [1, 2, 3]) expect(await asked(board, token, sealed)).toEqual(['stored']);
		expect(toDifference(before, await countRows(board))).toEqual({ sealed_answers: 1 });
	});

	it('are judged each by itself: a damaged one stops no other', async () => {
		const board = await open();
		const { token, manifest, linkId } = await pairTestKiosk(board);
		const good = await sealAnswer(manifest, answerOf(linkId));
		const damaged = good.slice(0, 200) + (good[200] === 'A' ? 'B' : 'A') + good.slice(201);
		const foreign = await sealAnswer({ ...manifest, kioskId: randomUUID() as KioskId }, answerOf(linkId));
		const elsewhere = await sealAnswer(manifest, answerOf(randomUUID() as SurveyLinkId));
		const wrong = await sealAnswer(manifest, answerOf(linkId, { answers: { sol_1: 99 } }));
		expect(await asked(board, token, [damaged, foreign, elsewhere, wrong, good, 'AAAA'])).toEqual([
			'refused',
			'refused',
			'refused',
			'refused',
			'stored',
			'refused'
		]);
	});

	it('are taken in for thirty days after the survey has closed, as given in its last quarter', async () => {
		const board = await open();
		const { token, manifest, linkId } = await pairTestKiosk(board, { closesOn: '2026-03-20' as never });
		const sealed = [await sealAnswer(manifest, answerOf(linkId))];
		const on = (day: string) => run(board.on(day, board.linkHolder), takeKioskAnswers, { token, sealed });
		// In the night after the last day the box is emptied; another waits for what lies on tablets.
		await emptyDueBoxes(board.on('2026-03-21', board.adnan));
		expect(await on('2026-04-20')).toEqual(['refused']);
		expect(await on('2026-04-19')).toEqual(['stored']);
		const rows = await queryRows<{ quarter: string }>(
			board.database.orm,
			sql`select quarter from answer_boxes where board_id = ${board.board.id} and state = 'open'`
		);
		expect(rows).toEqual([{ quarter: '2026-Q1' }]);
	});

	it('are equally long while they are sealed, whatever was answered', async () => {
		const board = await open();
		const { manifest, linkId } = await pairTestKiosk(board);
		const few = await sealAnswer(manifest, answerOf(linkId, { answers: {} }));
		const many = await sealAnswer(manifest, answerOf(linkId, { answers: { sol_1: 3, sol_2: 2, sol_3: 1 } }));
		expect(few.length).toBe(many.length);
		expect(few).not.toBe(await sealAnswer(manifest, answerOf(linkId, { answers: {} })));
	});
});

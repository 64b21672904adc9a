/** A session that is handed over: locked to one client's questions, opened by its owner only, and slow to guess. */
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { findStaffSession } from '#lib/access/server/queries.ts';
import { lendSession, renewLentToken, shutLentSession } from '#lib/access/server/sign-in/lend-session.ts';
import { unlockWithCode, unlockWithPassword } from '#lib/access/server/sign-in/unlock.ts';
import { toActor } from '#lib/access/staff-session.ts';
import { handOverInterview } from '#lib/collection/server/commands/hand-over-interview.ts';
import { saveLentAnswers } from '#lib/collection/server/commands/save-lent-answers.ts';
import { submitLentAnswers } from '#lib/collection/server/commands/submit-lent-answers.ts';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { caseResponse } from '#lib/collection/server/reads/case-response.ts';
import { lentInterview } from '#lib/collection/server/reads/lent-interview.ts';
import { openInterview } from '#lib/collection/server/reads/open-interview.ts';
import type { AdministrationId } from '#lib/shared/ids.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { saveTestInterview, startTestInterview } from '#tests/build/interview.ts';
import { audit24, openTestCase } from '#tests/build/made-up.ts';
import {
	addPerson,
	codeNow,
	findSession,
	minute,
	openDoor,
	password,
	signIn,
	type Door
} from '#tests/build/staff-account.ts';
import type { TestBoard } from '#tests/build/test-board.ts';
import { describeOnEachDatabase } from '../databases.ts';

const administrationId = '00000000-0000-4000-8000-00000000000b' as AdministrationId;

async function lend(door: Door, name = 'Hanna') {
	const person = await addPerson(door, name);
	const whole = await signIn(door, person);
	const session = await findSession(door, whole);
	if (!session) throw new Error('Nobody was signed in');
	const token = await lendSession(door.signIn, session, administrationId);
	const lent = await findStaffSession(door.signIn.database, token ?? '', door.clock.now());
	if (!token || !lent) throw new Error('The session was not lent');
	return { person, session, token, lent };
}

/** Whoever holds a tablet that is handed over for the interview. */
function holderOf(board: TestBoard, lentTo: AdministrationId): Context {
	return { ...board.linkHolder, actor: { kind: 'respondent', boardId: board.board.id, lentTo } };
}

describeOnEachDatabase('a session that is handed over', (open) => {
	it('has another token and no role, and ends as any other', async () => {
		const door = openDoor(await open());
		const { session, token, lent } = await lend(door);
		expect(lent).toMatchObject({ id: session.id, lentTo: administrationId });
		expect(toActor(lent)).toMatchObject({ kind: 'respondent', lentTo: administrationId });
		expect(await lendSession(door.signIn, session, administrationId)).toBeNull();
		door.clock.pass(31 * minute);
		expect(await findStaffSession(door.signIn.database, token, door.clock.now())).toBeNull();
	});

	it('is unlocked by its owner’s password, with yet another token', async () => {
		const door = openDoor(await open());
		const { token, lent } = await lend(door);
		const renewed = await renewLentToken(door.signIn, lent);
		expect(await findStaffSession(door.signIn.database, token, door.clock.now())).toBeNull();
		const outcome = await unlockWithPassword(door.signIn, lent, password);
		if (!outcome.ok) throw new Error('The right password was refused');
		expect(outcome.value.token).not.toBe(renewed);
		const own = await findStaffSession(door.signIn.database, outcome.value.token, door.clock.now());
		expect(own && toActor(own).kind).toBe('staff');
		expect(await unlockWithPassword(door.signIn, lent, password)).toMatchObject({
			problem: { kind: 'ended' }
		});
	});

	it('is shut when nobody has touched it for a while, and open again once it is unlocked', async () => {
		const door = openDoor(await open());
		const { session, token, lent } = await lend(door);
		expect(lent.lentIsShut).toBe(false);
		const shut = await shutLentSession(door.signIn, lent);
		expect(await findStaffSession(door.signIn.database, token, door.clock.now())).toBeNull();
		expect(await findSession(door, shut ?? '')).toMatchObject({ id: session.id, lentIsShut: true });
		const outcome = await unlockWithPassword(door.signIn, lent, password);
		const own = outcome.ok ? await findSession(door, outcome.value.token) : null;
		expect(own).toMatchObject({ lentTo: null, lentIsShut: false });
		if (own) expect(await shutLentSession(door.signIn, own)).toBeNull();
	});

	it('is unlocked by a code from the owner’s app, once', async () => {
		const door = openDoor(await open());
		const { person, lent } = await lend(door);
		const code = codeNow(door, person);
		const unlocked = await unlockWithCode(door.signIn, lent, code);
		const own = unlocked.ok ? await findSession(door, unlocked.value.token) : null;
		if (!own) throw new Error('The right code was refused');
		await lendSession(door.signIn, own, administrationId);
		expect(await unlockWithCode(door.signIn, own, code)).toMatchObject({ problem: { kind: 'refused' } });
	});

	it('is not unlocked by somebody else’s password or code', async () => {
		const door = openDoor(await open());
		const other = await addPerson(door, 'Olle');
		const { lent } = await lend(door);
		door.clock.pass(minute);
		expect(await unlockWithCode(door.signIn, lent, codeNow(door, other))).toMatchObject({ ok: false });
		expect(await unlockWithPassword(door.signIn, lent, `${password}!`)).toMatchObject({
			problem: { kind: 'refused' }
		});
	});

	it('is slow to guess, whichever way is tried, and opens again in a while', async () => {
		const door = openDoor(await open());
		const { lent } = await lend(door);
		const kinds: string[] = [];
		for (let guess = 0; guess < 10; guess += 1) {
			const tried =
				guess % 2 === 0
					? await unlockWithPassword(door.signIn, lent, `fel ${guess}`)
					: await unlockWithCode(door.signIn, lent, '000000');
			kinds.push(tried.ok ? 'open' : tried.problem.kind);
		}
		expect(kinds).toContain('throttled');
		expect(kinds).not.toContain('open');
		door.clock.pass(15 * minute);
		expect(await unlockWithPassword(door.signIn, lent, password)).toMatchObject({ ok: true });
	});
});

describeOnEachDatabase('the client with the tablet', (open) => {
	it('answers this one, sees nothing else, and it is stored as answered by themselves', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const id = await startTestInterview(board.karin, caseId);
		await run(board.karin, handOverInterview, { administrationId: id });
		const holder = holderOf(board, id);
		expect((await fetch(holder, lentInterview, {})).draft.answers).toEqual({});
		for (const [name, code] of Object.entries(audit24)) {
			await run(holder, saveLentAnswers, {
				answers: { [name]: code },
				page: name,
				next: 'review',
				language: 'sv'
			});
		}
		const responseId = await run(holder, submitLentAnswers, { help: 'aids', submissionId: randomUUID() });
		const stored = await fetch(board.karin, caseResponse, { responseId });
		expect(stored).toMatchObject({ mode: 'kiosk', help: 'aids', answers: audit24 });
		expect(stored.scores['total']?.score).toBe(24);
		await expect(fetch(holder, caseOverview, { caseId })).rejects.toMatchObject({ code: 'not-permitted' });
		await expect(fetch(holder, caseResponse, { responseId })).rejects.toMatchObject({
			code: 'not-permitted'
		});
	});

	it('writes on top of what staff had, and staff’s older page is told', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const id = await startTestInterview(board.karin, caseId);
		const half = {
			answers: { audit_1: 2 },
			marks: { audit_2: 'declined' },
			notes: {},
			place: 'audit_2',
			language: 'sv',
			layers: { audit_1: 'sv' }
		} as const;
		const version = await saveTestInterview(board.karin, id, 1, half);
		await run(holderOf(board, id), saveLentAnswers, {
			answers: { audit_2: 1 },
			page: 'audit_2',
			next: 'audit_3',
			language: 'sv'
		});
		const standing = await fetch(board.karin, openInterview, { caseId, administrationId: id });
		expect(standing.draft).toMatchObject({
			answers: { audit_1: 2, audit_2: 1 },
			layers: { audit_1: 'sv', audit_2: 'sv' },
			marks: {},
			place: 'audit_3'
		});
		await expect(saveTestInterview(board.karin, id, version)).rejects.toMatchObject({
			code: 'changed-meanwhile'
		});
	});

	it('is nobody without a tablet that is handed over, and nothing in another board', async () => {
		const [board, other] = [await open(), await open()];
		const caseId = await openTestCase(board.karin);
		const id = await startTestInterview(board.karin, caseId);
		await expect(fetch(board.linkHolder, lentInterview, {})).rejects.toMatchObject({ code: 'not-permitted' });
		await expect(fetch(board.karin, lentInterview, {})).rejects.toMatchObject({ code: 'not-permitted' });
		await expect(fetch(holderOf(other, id), lentInterview, {})).rejects.toMatchObject({ code: 'not-found' });
	});

	it('is not given what staff answer themselves', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const id = await startTestInterview(board.karin, caseId, {
			instrumentId: 'generella-variabler',
			respondent: 'staff'
		});
		await expect(run(board.karin, handOverInterview, { administrationId: id })).rejects.toMatchObject({
			code: 'invalid-input'
		});
	});
});

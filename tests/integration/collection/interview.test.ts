/** An interview from its first question to its answer: nothing lost, nothing written over, sent once. */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { breakOffInterview } from '#lib/collection/server/commands/break-off-interview.ts';
import { saveInterview } from '#lib/collection/server/commands/save-interview.ts';
import { startInterview } from '#lib/collection/server/commands/start-interview.ts';
import { submitInterview } from '#lib/collection/server/commands/submit-interview.ts';
import { caseResponse } from '#lib/collection/server/reads/case-response.ts';
import { interviewNotes } from '#lib/collection/server/reads/interview-notes.ts';
import { listAdministrations } from '#lib/collection/server/reads/list-administrations.ts';
import { openInterview } from '#lib/collection/server/reads/open-interview.ts';
import { today } from '#lib/plans/server/reads/today.ts';
import { run } from '#lib/shared/server/command.ts';
import { queryRows } from '#lib/shared/server/database.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { followTestPlan, readOccasion, templatePlan } from '#tests/build/follow-plan.ts';
import { informBoard } from '#tests/build/inform-board.ts';
import { draft24, saveTestInterview, sendTestInterview, startTestInterview } from '#tests/build/interview.ts';
import { audit24, openTestCase } from '#tests/build/made-up.ts';
import { describeOnEachDatabase } from '../databases.ts';

describeOnEachDatabase('an interview', (open) => {
	it('is stored with how it was asked, with its score, its gaps and its notes', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const { audit_5: _gap, ...answers } = audit24;
		const draft = {
			...draft24,
			answers,
			marks: { audit_5: 'declined' } as const,
			notes: { audit_5: 'ville inte (påhittat)' }
		};
		const responseId = await sendTestInterview(board.karin, caseId, draft, { help: 'interpreter' });
		const stored = await fetch(board.karin, caseResponse, { responseId });
		expect(stored).toMatchObject({ mode: 'interview', help: 'interpreter', language: 'sv', answers });
		expect(stored.scores['total']).toMatchObject({ score: null, reason: 'missing-items' });
		expect(await fetch(board.karin, interviewNotes, { responseId })).toEqual(draft.notes);
		const [row] = await queryRows<{ unanswered: unknown }>(
			board.database.orm,
			sql`select unanswered from responses where id = ${responseId}`
		);
		expect(row?.unanswered).toEqual({ audit_5: 'declined' });
	});

	it('says of each question in which text track it was read, where that was changed midway', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const sol = { instrumentId: 'simrishamn-sol', language: 'sv' };
		const administrationId = await startTestInterview(board.karin, caseId, sol);
		const begun = { ...draft24, answers: { sol_1: 3 }, layers: { sol_1: 'sv' }, place: 'sol_2' };
		await saveTestInterview(board.karin, administrationId, 1, begun);
		const simple = {
			...begun,
			answers: { sol_1: 3, sol_2: 2 },
			layers: { sol_1: 'sv', sol_2: 'sv-simple' },
			language: 'sv-simple',
			place: 'review'
		};
		const version = await saveTestInterview(board.karin, administrationId, 2, simple);
		const input = { caseId, administrationId };
		expect((await fetch(board.karin, openInterview, input)).draft).toEqual(simple);
		const submissionId = randomUUID();
		const responseId = await run(board.karin, submitInterview, { administrationId, version, submissionId });
		expect(await fetch(board.karin, caseResponse, { responseId })).toMatchObject({
			language: 'sv-simple',
			answerLayers: { sol_1: { language: 'sv', hasPictures: false } }
		});
		const unknown = saveTestInterview(board.karin, await startTestInterview(board.karin, caseId, sol), 1, {
			...simple,
			language: 'en'
		});
		await expect(unknown).rejects.toMatchObject({ code: 'answers-refused' });
	});

	it('stands where it was left, for whoever opens it, on any machine', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const administrationId = await startTestInterview(board.karin, caseId);
		const half = { ...draft24, answers: { audit_1: 2 }, place: 'audit_2', notes: { audit_1: 'påhittat' } };
		await saveTestInterview(board.karin, administrationId, 1, half);
		const standing = await fetch(board.karin, openInterview, { caseId, administrationId });
		expect(standing).toMatchObject({
			version: 2,
			draft: half,
			help: 'self',
			state: 'started'
		});
		expect((await fetch(board.karin, today, {})).interviews).toMatchObject([{ administrationId, caseId }]);
		expect(await fetch(board.karin, listAdministrations, { caseId })).toMatchObject([
			{ id: administrationId, state: 'started', expiresOn: null }
		]);
	});

	it('keeps nothing that anybody can read in the database', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const administrationId = await startTestInterview(board.karin, caseId);
		const draft = { ...draft24, notes: { audit_1: 'kanariefågel' }, marks: {} };
		await saveTestInterview(board.karin, administrationId, 1, draft);
		const rows = await queryRows<{ row: string }>(
			board.database.orm,
			sql`select to_jsonb(a)::text || to_jsonb(i)::text as row from administrations a
				join interviews i on i.administration_id = a.id where a.id = ${administrationId}`
		);
		expect(rows).toHaveLength(1);
		expect(rows[0]?.row).not.toContain('kanariefågel');
		expect(rows[0]?.row).not.toContain('audit_10');
	});

	it('is not written over by somebody who has not seen the latest', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const administrationId = await startTestInterview(board.karin, caseId);
		const mine = { ...draft24, answers: { audit_1: 1 }, place: 'audit_2' };
		await saveTestInterview(board.karin, administrationId, 1, mine);
		const late = saveTestInterview(board.karin, administrationId, 1, draft24);
		await expect(late).rejects.toMatchObject({ code: 'changed-meanwhile' });
		const unread = { administrationId, version: 1, submissionId: randomUUID() };
		await expect(run(board.karin, submitInterview, unread)).rejects.toMatchObject({
			code: 'changed-meanwhile'
		});
		const { draft } = await fetch(board.karin, openInterview, { caseId, administrationId });
		expect(draft).toEqual(mine);
	});

	it('lets one of two who save at the same moment through, and tells the other', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const administrationId = await startTestInterview(board.karin, caseId);
		const drafts = [1, 2, 3, 4].map((code) => ({ ...draft24, answers: { audit_1: code } }));
		const outcomes = await Promise.allSettled(
			drafts.map((draft) => saveTestInterview(board.karin, administrationId, 1, draft))
		);
		expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		const won = outcomes.findIndex(({ status }) => status === 'fulfilled');
		const { draft, version } = await fetch(board.karin, openInterview, { caseId, administrationId });
		expect(draft).toEqual(drafts[won]);
		expect(version).toBe(2);
	});

	it('takes the same save twice as one, when the answer to the first was lost', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const administrationId = await startTestInterview(board.karin, caseId);
		const save = { administrationId, version: 1, saveId: randomUUID(), draft: draft24 };
		expect(await run(board.karin, saveInterview, save)).toBe(2);
		expect(await run(board.karin, saveInterview, save)).toBe(2);
	});

	it('is sent once, however often the button is pressed', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const administrationId = await startTestInterview(board.karin, caseId);
		const version = await saveTestInterview(board.karin, administrationId);
		const sent = { administrationId, version, submissionId: randomUUID() };
		const first = await run(board.karin, submitInterview, sent);
		expect(await run(board.karin, submitInterview, sent)).toBe(first);
		const other = { ...sent, submissionId: randomUUID() };
		await expect(run(board.karin, submitInterview, other)).rejects.toMatchObject({
			code: 'already-answered'
		});
		await expect(saveTestInterview(board.karin, administrationId, version)).rejects.toMatchObject({
			code: 'already-answered'
		});
		expect((await fetch(board.karin, today, {})).interviews).toEqual([]);
	});

	it('raises an alert for an answer that somebody responsible must see', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const answers = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`phq9_${at + 1}`, 1]));
		const draft = { ...draft24, answers };
		const responseId = await sendTestInterview(board.karin, caseId, draft, { instrumentId: 'phq-9' });
		const { alerts } = await fetch(board.karin, today, {});
		expect(alerts).toMatchObject([{ caseId, responseId, item: 'phq9_9' }]);
	});

	it('settles the occasion that the plan asked for', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		await followTestPlan(board, templatePlan('audit-before-and-after'), { caseId });
		const occasion = await readOccasion(board.karin, caseId, 'audit', 'start');
		const responseId = await sendTestInterview(board.karin, caseId, draft24, { occasionId: occasion.id });
		const settled = await readOccasion(board.karin, caseId, 'audit', 'start');
		expect(settled.outcome).toMatchObject({ state: 'done' });
		expect(settled.administrations).toMatchObject([{ responseId }]);
		const again = startTestInterview(board.karin, caseId, { occasionId: occasion.id });
		await expect(again).rejects.toMatchObject({ code: 'changed-meanwhile' });
	});

	it('leaves nothing behind when it is broken off', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const administrationId = await startTestInterview(board.karin, caseId);
		await saveTestInterview(board.karin, administrationId);
		await run(board.karin, breakOffInterview, { administrationId });
		const standing = await fetch(board.karin, openInterview, { caseId, administrationId });
		expect(standing).toMatchObject({ state: 'withdrawn', draft: { answers: {}, notes: {}, marks: {} } });
		await expect(saveTestInterview(board.karin, administrationId, 3)).rejects.toMatchObject({
			code: 'changed-meanwhile'
		});
	});

	it('is not begun with an instrument whose owner forbids it, nor where nobody has been told anything', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const asked = {
			caseId,
			instrumentId: 'audit',
			occasion: 'before',
			respondent: 'client',
			help: 'self',
			language: 'sv'
		} as const;
		await expect(run(board.karin, startInterview, asked)).rejects.toMatchObject({
			code: 'information-incomplete'
		});
		await informBoard(board.karin);
		const refusals = [
			[{ ...asked, instrumentId: 'kasam-13' }, 'permit-required'],
			[{ ...asked, respondent: 'parent' }, 'invalid-input'],
			[{ ...asked, language: 'tlh' }, 'invalid-input']
		] as const;
		for (const [input, code] of refusals) {
			await expect(run(board.karin, startInterview, input), code).rejects.toMatchObject({ code });
		}
	});

	it('refuses answers that are not the questionnaire’s, and keeps what it had', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const administrationId = await startTestInterview(board.karin, caseId);
		for (const draft of [null, { ...draft24, answers: { audit_9: 3 } }, { ...draft24, place: 'kaffe' }]) {
			const save = run(board.karin, saveInterview, {
				administrationId,
				version: 1,
				saveId: randomUUID(),
				draft
			});
			await expect(save).rejects.toMatchObject({ code: 'answers-refused' });
		}
		const { version } = await fetch(board.karin, openInterview, { caseId, administrationId });
		expect(version).toBe(1);
	});
});

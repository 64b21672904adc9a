import { expect, it } from 'vitest';
import { sql } from 'drizzle-orm';
import { renewLink } from '#lib/invitations/server/commands/renew-link.ts';
import { saveDraft } from '#lib/collection/server/commands/save-draft.ts';
import { sendLink } from '#lib/collection/server/commands/send-link.ts';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { withdrawLink } from '#lib/collection/server/commands/withdraw-link.ts';
import { findLink } from '#lib/collection/server/reads/find-link.ts';
import { listAdministrations } from '#lib/collection/server/reads/list-administrations.ts';
import type { CaseId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import { queryRows } from '#lib/shared/server/database.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { linkBaseOf, openTestCase, sendTestLink, testSubmission } from '#tests/build/made-up.ts';
import { describeOnEachDatabase } from '../databases.ts';

const day = (text: string) => text as LocalDate;
const linkBase = linkBaseOf('x');

describeOnEachDatabase('a personal link', (open) => {
	it('has a token of 130 random bits that is stored nowhere', async () => {
		const board = await open();
		const { token } = await sendTestLink(board.karin, await openTestCase(board.karin));
		expect(token).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/);

		const rows = await queryRows<{ row: string }>(
			board.database.orm,
			sql`select row_to_json(a)::text || (select string_agg(row_to_json(e)::text, '') from audit_events e
				where e.board_id = a.board_id) as row from administrations a where board_id = ${board.board.id}`
		);
		expect(rows).toHaveLength(1);
		expect(rows[0]?.row).not.toContain(token);
	});

	it('opens the instrument for whoever holds it', async () => {
		const board = await open();
		const { token, administrationId } = await sendTestLink(board.karin, await openTestCase(board.karin));
		expect(await fetch(board.linkHolder, findLink, { token })).toEqual({
			kind: 'case',
			administrationId,
			instruments: [{ id: 'audit', version: '1.0.0' }],
			state: 'sent',
			draft: null,
			expiresOn: '2026-04-01',
			boardName: 'Påhittade nämnden',
			informationId: expect.any(String) as string,
			survey: null,
			quickExit: 'by-subject',
			resumable: true
		});
	});

	it('opens nothing for somebody without a board', async () => {
		const board = await open();
		const { token } = await sendTestLink(board.karin, await openTestCase(board.karin));
		await expect(fetch(board.stranger, findLink, { token })).rejects.toMatchObject({
			code: 'sign-in-required'
		});
	});

	it('is unknown when a character is wrong', async () => {
		const board = await open();
		const { token } = await sendTestLink(board.karin, await openTestCase(board.karin));
		const wrong = `${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`;
		await expect(fetch(board.linkHolder, findLink, { token: wrong })).rejects.toMatchObject({
			code: 'link-unknown'
		});
	});

	it('stops working when it is renewed, and what has been answered stays', async () => {
		const board = await open();
		const { token, administrationId } = await sendTestLink(board.karin, await openTestCase(board.karin));
		await run(board.linkHolder, saveDraft, { token, answers: { audit_1: 4 }, page: 'audit', language: 'sv' });

		const renewed = await run(board.karin, renewLink, {
			administrationId,
			expiresOn: day('2026-12-31'),
			linkBase
		});

		await expect(fetch(board.linkHolder, findLink, { token })).rejects.toMatchObject({
			code: 'link-unknown'
		});
		await expect(run(board.linkHolder, submitResponse, testSubmission(token))).rejects.toMatchObject({
			code: 'link-unknown'
		});
		expect(await fetch(board.linkHolder, findLink, { token: renewed.token })).toMatchObject({
			state: 'started',
			draft: { answers: { audit_1: 4 } },
			expiresOn: '2026-12-31'
		});
	});

	it('works again when an expired one is renewed', async () => {
		const board = await open();
		const { administrationId } = await sendTestLink(board.karin, await openTestCase(board.karin));
		const later = board.on('2026-06-01', board.karin);
		const { token } = await run(later, renewLink, {
			administrationId,
			expiresOn: day('2026-06-30'),
			linkBase
		});
		const target = await fetch(board.on('2026-06-30', board.linkHolder), findLink, { token });
		expect(target.kind).toBe('case');
	});

	it('cannot be renewed or taken back when it has been answered', async () => {
		const board = await open();
		const { token, administrationId } = await sendTestLink(board.karin, await openTestCase(board.karin));
		await run(board.linkHolder, submitResponse, testSubmission(token));
		const renewal = { administrationId, expiresOn: day('2026-12-31'), linkBase };
		await expect(run(board.karin, renewLink, renewal)).rejects.toMatchObject({ code: 'already-answered' });
		await expect(run(board.karin, withdrawLink, { administrationId })).rejects.toMatchObject({
			code: 'already-answered'
		});
	});

	it('throws away what had been answered when it is taken back', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const { token, administrationId } = await sendTestLink(board.karin, caseId);
		await run(board.linkHolder, saveDraft, { token, answers: { audit_1: 4 }, page: 'audit', language: 'sv' });
		await run(board.karin, withdrawLink, { administrationId });

		await expect(fetch(board.linkHolder, findLink, { token })).rejects.toMatchObject({
			code: 'link-withdrawn'
		});
		expect(await fetch(board.karin, listAdministrations, { caseId })).toMatchObject([
			{ state: 'withdrawn', withdrawnOn: '2026-03-02' }
		]);
		const drafts = await queryRows(
			board.database.orm,
			sql`select 1 from administrations where board_id = ${board.board.id} and draft_answers is not null`
		);
		expect(drafts).toEqual([]);
	});

	it('is refused for a day that has passed', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		await expect(sendTestLink(board.karin, caseId, { expiresOn: day('2026-03-01') })).rejects.toMatchObject({
			code: 'invalid-input'
		});
	});

	it('is refused for a respondent that the instrument is not for', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		await expect(sendTestLink(board.karin, caseId, { respondent: 'parent' })).rejects.toMatchObject({
			code: 'invalid-input'
		});
	});

	it('is refused for an instrument whose owner has not permitted it', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		await expect(sendTestLink(board.karin, caseId, { instrumentId: 'kasam-13' })).rejects.toMatchObject({
			code: 'permit-required'
		});
	});

	it('is refused for a case and an instrument that do not exist', async () => {
		const board = await open();
		const noCase = '00000000-0000-4000-8000-000000000000' as CaseId;
		await expect(sendTestLink(board.karin, noCase)).rejects.toMatchObject({ code: 'not-found' });
		const caseId = await openTestCase(board.karin);
		await expect(sendTestLink(board.karin, caseId, { instrumentId: 'finns-inte' })).rejects.toMatchObject({
			code: 'not-found'
		});
	});

	it('is made by nobody but case workers', async () => {
		const board = await open();
		const input = {
			caseId: await openTestCase(board.karin),
			instrumentId: 'audit',
			occasion: 'before',
			respondent: 'client',
			expiresOn: day('2026-12-31')
		} as const;
		for (const context of [board.adnan, board.berit, board.linkHolder]) {
			await expect(run(context, sendLink, input)).rejects.toMatchObject({ code: 'not-permitted' });
		}
		await expect(run(board.stranger, sendLink, input)).rejects.toMatchObject({ code: 'sign-in-required' });
	});
});

import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { protectCase } from '#lib/cases/server/commands/protect-case.ts';
import { registerIdentity } from '#lib/cases/server/commands/register-identity.ts';
import { declineInvitation } from '#lib/invitations/server/commands/decline-invitation.ts';
import { registerContact } from '#lib/invitations/server/commands/register-contact.ts';
import { renewLink } from '#lib/invitations/server/commands/renew-link.ts';
import { writeLetter } from '#lib/invitations/server/commands/write-letter.ts';
import { caseLetter } from '#lib/invitations/server/reads/case-letter.ts';
import { findLink } from '#lib/collection/server/reads/find-link.ts';
import { submitResponse } from '#lib/collection/server/commands/submit-response.ts';
import { withdrawLink } from '#lib/collection/server/commands/withdraw-link.ts';
import type { AdministrationId, CaseId } from '#lib/shared/ids.ts';
import type { LocalDate } from '#lib/shared/local-date.ts';
import { run } from '#lib/shared/server/command.ts';
import { queryRows } from '#lib/shared/server/database.ts';
import { bringSentLanguages } from '#lib/shared/server/bring-sent-languages.ts';
import { hasAllLetters } from '#lib/shared/server/pdf/letters.ts';
import { writePdf } from '#lib/shared/server/pdf/write-pdf.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { linkBaseOf, openTestCase, sendTestLink, testSubmission } from '#tests/build/made-up.ts';
import { readSquare } from '#tests/build/read-square.ts';
import type { TestBoard } from '#tests/build/test-board.ts';
import { toLetterDocument } from '../../../src/routes/(staff)/cases/letter-document.ts';
import { describeOnEachDatabase } from '../databases.ts';

const day = (text: string) => text as LocalDate;
const tokenIn = (link: string) => link.slice(link.lastIndexOf('/') + 1);

async function sendInCase(board: TestBoard) {
	const caseId = await openTestCase(board.karin, {});
	const { administrationId, token } = await sendTestLink(board.karin, caseId, {
		expiresOn: day('2026-03-31')
	});
	return { caseId, administrationId, token };
}

const write = (board: TestBoard, administrationId: AdministrationId) =>
	run(board.karin, writeLetter, { administrationId, linkBase: linkBaseOf(board.board.code) });
const print = (board: TestBoard, caseId: CaseId, administrationId: AdministrationId) =>
	fetch(board.karin, caseLetter, { caseId, administrationId });
const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => null,
		(problem: { code?: string }) => problem.code
	);

describeOnEachDatabase('a letter of a link in a case', (open) => {
	it('has a square that a phone reads as its very link, which opens the questions', async () => {
		const board = await open();
		const { caseId, administrationId, token } = await sendInCase(board);
		await write(board, administrationId);
		const { letter, texts } = await print(board, caseId, administrationId);
		const about = { title: 'Nämnden', boardName: 'Nämnden', madeAt: new Date('2026-03-02T10:00:00Z') };
		const bytes = await writePdf(toLetterDocument([letter], texts, about));
		expect(readSquare(bytes)).toBe(letter.link);
		expect(letter.link).toContain(linkBaseOf(board.board.code));
		expect((await fetch(board.linkHolder, findLink, { token: tokenIn(letter.link) })).kind).toBe('case');
		expect(await codeOf(fetch(board.linkHolder, findLink, { token })), 'the old one').toBe('link-unknown');
	});

	it('is the same however often it is printed, and says each time who printed it', async () => {
		const board = await open();
		const { caseId, administrationId } = await sendInCase(board);
		await write(board, administrationId);
		const first = await print(board, caseId, administrationId);
		expect(await print(board, caseId, administrationId)).toEqual(first);
		expect(await codeOf(write(board, administrationId))).toBe('already-exists');
		const lines = await queryRows<{ action: string; count: number }>(
			board.database.orm,
			sql`select action, count(*)::int as count from audit_events where case_id = ${caseId}
				and subject_id = ${administrationId} and reason = 'letter' group by action order by action`
		);
		expect(lines).toEqual([
			{ action: 'caseLetter', count: 2 },
			{ action: 'writeLetter', count: 1 }
		]);
	});

	it('has the new link when it is renewed, and none once it is answered, taken back, declined or too late', async () => {
		const board = await open();
		const linkBase = linkBaseOf(board.board.code);
		const renewed = await sendInCase(board);
		await write(board, renewed.administrationId);
		const { token } = await run(board.karin, renewLink, {
			administrationId: renewed.administrationId,
			expiresOn: day('2026-04-10'),
			linkBase
		});
		const { letter } = await print(board, renewed.caseId, renewed.administrationId);
		expect(letter).toMatchObject({ link: `${linkBase}${token}`, expiresOn: '2026-04-10' });
		await run(board.linkHolder, submitResponse, testSubmission(token));
		expect(await codeOf(print(board, renewed.caseId, renewed.administrationId))).toBe('not-found');
		expect(await codeOf(write(board, renewed.administrationId))).toBe('already-answered');

		const back = await sendInCase(board);
		await run(board.karin, withdrawLink, { administrationId: back.administrationId });
		expect(await codeOf(write(board, back.administrationId))).toBe('changed-meanwhile');

		const declined = await sendInCase(board);
		await write(board, declined.administrationId);
		const { letter: sent } = await print(board, declined.caseId, declined.administrationId);
		await run(board.linkHolder, declineInvitation, { token: tokenIn(sent.link) });
		expect(await codeOf(print(board, declined.caseId, declined.administrationId))).toBe('not-found');

		const late = await sendInCase(board);
		await write(board, late.administrationId);
		const karinLater = board.on('2026-04-01', board.karin);
		const { caseId, administrationId } = late;
		expect(await codeOf(fetch(karinLater, caseLetter, { caseId, administrationId }))).toBe('not-found');
		const unwritten = await sendInCase(board);
		const input = { administrationId: unwritten.administrationId, linkBase };
		expect(await codeOf(run(karinLater, writeLetter, input))).toBe('invalid-input');
	});

	it('is in the client’s language and by name, but never by the name of somebody whose identity is protected', async () => {
		const board = await open();
		const { caseId, administrationId } = await sendInCase(board);
		const identity = { caseId, name: 'Åsa Öberg', personalNumber: null };
		await run(board.karin, registerIdentity, identity as never);
		await run(board.karin, registerContact, { caseId, email: null, phone: null, language: 'en' });
		await write(board, administrationId);
		const { letter, texts } = await print(board, caseId, administrationId);
		expect(letter).toMatchObject({ name: 'Åsa Öberg', language: 'en' });
		const about = { title: '', boardName: 'Nämnden', madeAt: new Date(0) };
		expect(JSON.stringify(toLetterDocument([letter], texts, about))).toContain('It is voluntary');
		await run(board.karin, protectCase, { caseId, isProtected: true });
		const again = (await print(board, caseId, administrationId)).letter;
		expect(again.name).toBeNull();
		expect(JSON.stringify(toLetterDocument([again], texts, about))).toContain(again.caseNumber);
	});

	it('is read from the right in Arabic, with a square to the right that a phone reads as the link', async () => {
		bringSentLanguages();
		const board = await open();
		const { caseId, administrationId } = await sendInCase(board);
		await run(board.karin, registerContact, { caseId, email: null, phone: null, language: 'ar' });
		await write(board, administrationId);
		const { letter, texts } = await print(board, caseId, administrationId);
		const about = { title: '', boardName: 'Nämnden', madeAt: new Date(0) };
		const document = toLetterDocument([letter], texts, about);
		expect(document.language).toBe('ar');
		const words = document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
		expect(words.join('\n')).toContain('الأمر اختياري');
		expect(words.every(hasAllLetters), 'no letter is missing on the paper').toBe(true);
		const square = document.blocks.find((block) => block.kind === 'figure');
		const left = square?.shapes.map((shape) => (shape.kind === 'rect' ? shape.x : 0)) ?? [];
		expect(Math.min(...left)).toBeGreaterThan((square?.width ?? 0) / 2);
		expect(readSquare(await writePdf(document))).toBe(`${letter.link}?lang=ar`);
	});

	it('is nobody’s but theirs who work with the case', async () => {
		const board = await open();
		const { caseId, administrationId } = await sendInCase(board);
		await write(board, administrationId);
		const input = { caseId, administrationId };
		expect(await codeOf(fetch(board.adnan, caseLetter, input))).toBe('not-permitted');
		const theirs = await open();
		expect(await codeOf(fetch(theirs.karin, caseLetter, input))).toBe('not-found');
		const otherCase = await openTestCase(board.karin, {});
		expect(await codeOf(print(board, otherCase, administrationId))).toBe('not-found');
	});
});

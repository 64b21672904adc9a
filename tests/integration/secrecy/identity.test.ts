/** Numbers are Skatteverket's printed examples (SKV 704, 707) and its test person; names are made up. */
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { SearchKey } from '#lib/cases/recognise-search.ts';
import { openCase } from '#lib/cases/server/commands/open-case.ts';
import { registerIdentity } from '#lib/cases/server/commands/register-identity.ts';
import { clientIdentity } from '#lib/cases/server/reads/client-identity.ts';
import { searchClient } from '#lib/cases/server/reads/search-client.ts';
import { parsePersonalNumber } from '#lib/secrecy/personal-number.ts';
import type { CaseId } from '#lib/shared/ids.ts';
import { run } from '#lib/shared/server/command.ts';
import type { Context } from '#lib/shared/server/context.ts';
import { queryRows } from '#lib/shared/server/database.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { openTestCase } from '#tests/build/made-up.ts';
import { testDay, type TestBoard } from '#tests/build/test-board.ts';
import { describeOnOwnDatabase } from '../databases.ts';

const tolvan = { name: 'Tolvan Tolvansson', personalNumber: '19121212-1212' };
const coordination = { name: 'Ása Österlund', personalNumber: '701063-2391' };

async function openNamedCase(board: TestBoard, identity: typeof tolvan): Promise<CaseId> {
	const caseId = await openTestCase(board.karin);
	await run(board.karin, registerIdentity, { caseId, ...identity });
	return caseId;
}

async function search(context: Context, by: SearchKey, text: string): Promise<readonly CaseId[]> {
	const { hits } = await fetch(context, searchClient, { by, text });
	return hits.map(({ caseId }) => caseId);
}

const indexesOf = async ({ database, board }: TestBoard) =>
	(
		await queryRows<{ index: string }>(
			database.orm,
			sql`select personal_number_index as index from clients where board_id = ${board.id}`
		)
	).map(({ index }) => index);

describeOnOwnDatabase('who a client is', (open) => {
	it('is stored only when somebody writes it, and can be taken away', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		expect(await fetch(board.karin, clientIdentity, { caseId })).toEqual({
			name: null,
			personalNumber: null
		});
		await run(board.karin, registerIdentity, { caseId, ...tolvan });
		expect(await fetch(board.karin, clientIdentity, { caseId })).toEqual({
			name: 'Tolvan Tolvansson',
			personalNumber: '191212121212'
		});
		await run(board.karin, registerIdentity, { caseId, name: '', personalNumber: null });
		expect(await fetch(board.karin, clientIdentity, { caseId })).toEqual({
			name: null,
			personalNumber: null
		});
		expect(await indexesOf(board)).toEqual([null]);
	});

	it('is refused when the number is wrong or another client has it', async () => {
		const board = await open();
		await openNamedCase(board, tolvan);
		const caseId = await openTestCase(board.karin);
		const register = (personalNumber: string) =>
			run(board.karin, registerIdentity, { caseId, name: null, personalNumber });
		await expect(register('19121212-1213')).rejects.toMatchObject({
			code: 'invalid-input',
			details: { field: 'personalNumber' }
		});
		await expect(register('121212+1212')).rejects.toMatchObject({ code: 'already-exists' });
	});

	it('never stands in the number from the case system', async () => {
		const board = await open();
		const input = { sex: null, birthYear: null, caseNumber: 'Ä-1', concern: null, openedOn: testDay };
		const written = { ...input, clientNumber: '640823-3234' };
		await expect(run(board.karin, openCase, written)).rejects.toMatchObject({
			code: 'invalid-input',
			details: { field: 'clientNumber' }
		});
	});

	it('is shown to nobody but those who work with cases', async () => {
		const board = await open();
		const caseId = await openNamedCase(board, tolvan);
		for (const context of [board.adnan, board.berit, board.linkHolder]) {
			await expect(fetch(context, clientIdentity, { caseId })).rejects.toMatchObject({
				code: 'not-permitted'
			});
			await expect(search(context, 'name', 'Tolvan')).rejects.toMatchObject({ code: 'not-permitted' });
		}
	});
});

describeOnOwnDatabase('searching for a client', (open) => {
	it('finds by name, personal identity number, coordination number and case number', async () => {
		const board = await open();
		const one = await openNamedCase(board, tolvan);
		const other = await openNamedCase(board, coordination);
		const third = await openTestCase(board.karin, { caseNumber: 'Ä 2026/7' });
		expect(await search(board.karin, 'name', 'tolvans')).toEqual([one]);
		expect(await search(board.karin, 'name', 'österlund asa')).toEqual([other]);
		expect(await search(board.karin, 'personal-number', '121212+1212')).toEqual([one]);
		expect(await search(board.karin, 'personal-number', '19701063-2391')).toEqual([other]);
		expect(await search(board.karin, 'case-number', 'ä 2026/7')).toEqual([third]);
	});

	it('finds by nothing else', async () => {
		const board = await open();
		await openNamedCase(board, tolvan);
		await openTestCase(board.karin, { concern: 'kanariefågel', clientNumber: 'K-kanariefågel' });
		for (const by of ['name', 'case-number'] as const) {
			expect(await search(board.karin, by, 'kanariefågel')).toEqual([]);
			expect(await search(board.karin, by, '191212121212')).toEqual([]);
			expect(await search(board.karin, by, '%')).toEqual([]);
		}
		await expect(search(board.karin, 'personal-number', '1912')).rejects.toMatchObject({
			code: 'invalid-input'
		});
	});

	it('finds nothing in another board, and has another index there for the same person', async () => {
		const [one, other] = [await open(), await open()];
		await openNamedCase(one, tolvan);
		await openNamedCase(other, tolvan);
		expect(await search(one.karin, 'personal-number', '19121212-1212')).toHaveLength(1);
		expect(await search(one.karin, 'name', 'Tolvan')).toHaveLength(1);
		const [here, there] = [await indexesOf(one), await indexesOf(other)];
		expect(here[0]).toMatch(/^[A-Za-z0-9_-]{43}$/);
		expect(here).not.toEqual(there);
	});

	it('is logged with what kind it was, and not with what was written', async () => {
		const board = await open();
		await openNamedCase(board, tolvan);
		await search(board.karin, 'name', 'Tolvan');
		await search(board.karin, 'personal-number', '19121212-1212');
		const lines = await queryRows<{ line: string; reason: string }>(
			board.database.orm,
			sql`select row_to_json(e)::text as line, reason from audit_events e
				where board_id = ${board.board.id} and action = 'searchClient' order by reason`
		);
		expect(lines.map(({ reason }) => reason)).toEqual(['name', 'personal-number']);
		expect(lines.map(({ line }) => line).join()).not.toMatch(/tolvan|121212/i);
	});

	it('is refused after sixty in an hour, until the hour has passed', async () => {
		const board = await open();
		for (let count = 0; count < 60; count += 1) await search(board.karin, 'case-number', 'Ä');
		await expect(search(board.karin, 'case-number', 'Ä')).rejects.toMatchObject({
			code: 'too-many-searches'
		});
		const later = { ...board.karin, now: () => new Date('2026-03-02T13:00:01+01:00') };
		expect(await search(later, 'case-number', 'Ä')).toEqual([]);
	});

	it('says so when there are more hits than are shown', async () => {
		const board = await open();
		for (let count = 0; count < 21; count += 1) {
			const caseId = await openTestCase(board.karin);
			await run(board.karin, registerIdentity, { caseId, name: `Anna ${count}`, personalNumber: null });
		}
		const found = await fetch(board.karin, searchClient, { by: 'name', text: 'anna' });
		expect(found.hits).toHaveLength(20);
		expect(found.isCut).toBe(true);
	});

	it('cannot be turned round: the right number without the key gives another index', async () => {
		const board = await open();
		await openNamedCase(board, tolvan);
		const [index] = await indexesOf(board);
		const { createHash, createHmac } = await import('node:crypto');
		const number = parsePersonalNumber('19121212-1212', testDay);
		const guess = number.ok ? number.value : '';
		const unkeyed = [
			createHash('sha256').update(guess).digest('base64url'),
			createHmac('sha256', '').update(guess).digest('base64url'),
			createHmac('sha256', board.board.id).update(guess).digest('base64url')
		];
		expect(unkeyed).not.toContain(index);
	});
});

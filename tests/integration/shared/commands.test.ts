/** What every command and read owes, whatever it does. */
import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { SubjectType } from '#lib/audit/audit-event.ts';
import { auditEvents } from '#lib/audit/server/tables.ts';
import { addProvider } from '#lib/cases/server/commands/add-provider.ts';
import { caseOverview } from '#lib/cases/server/reads/case-overview.ts';
import { listProviders } from '#lib/cases/server/reads/list-providers.ts';
import { createBoard, findBoardByCode, listBoards } from '#lib/shared/server/boards.ts';
import { command, run } from '#lib/shared/server/command.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { countRows, toDifference } from '#tests/build/count-rows.ts';
import { addTestProvider, openTestCase } from '#tests/build/made-up.ts';
import type { TestBoard } from '#tests/build/test-board.ts';
import { describeOnOwnDatabase } from '../databases.ts';

const lastEvent = async ({ database, board }: TestBoard) => {
	const events = await database.orm.select().from(auditEvents).where(eq(auditEvents.boardId, board.id));
	return events.at(-1);
};

describeOnOwnDatabase('a command', (open) => {
	it('is logged with who, what and when', async () => {
		const board = await open();
		const id = await addTestProvider(board.adnan, 'Hemligt namn');
		const event = await lastEvent(board);
		expect(event).toMatchObject({
			action: 'addProvider',
			subjectType: 'provider',
			subjectId: id,
			actorKind: 'staff',
			actorId: 'test-Adnan'
		});
		expect(event?.happenedAt.toISOString()).toBe('2026-03-02T11:00:00.000Z');
		expect(JSON.stringify(event)).not.toContain('Hemligt');
	});

	it('leaves nothing behind when its line in the log cannot be written', async () => {
		const board = await open();
		await addTestProvider(board.adnan);
		const taken = (await lastEvent(board))?.id ?? '';
		const ids = ['00000000-0000-4000-8000-000000000001', taken];
		const before = await countRows(board);

		const withoutLog = { ...board.adnan, newId: () => ids.shift() ?? '' };
		await expect(run(withoutLog, addProvider, { name: 'Ny' })).rejects.toMatchObject({
			code: 'already-exists'
		});
		expect(toDifference(before, await countRows(board))).toEqual({});
	});

	it('leaves nothing behind when it fails half way', async () => {
		const board = await open();
		const failing = command({
			name: 'addProvider',
			permission: 'provider:write',
			audit: 'always',
			subject: () => ({ type: 'provider' as SubjectType, id: null }),
			async run(work, _input: null) {
				await addProvider.run(work, { name: 'Halvvägs' });
				throw new Error('made-up fault');
			}
		});
		const before = await countRows(board);
		await expect(run(board.adnan, failing, null)).rejects.toThrow('made-up fault');
		expect(toDifference(before, await countRows(board))).toEqual({});
	});

	it('tells the database’s refusal as a problem, without the values', async () => {
		const board = await open();
		await addTestProvider(board.adnan, 'Hemligt namn');
		const error: unknown = await run(board.adnan, addProvider, { name: 'Hemligt namn' }).catch(
			(reason: unknown) => reason
		);
		expect(error).toMatchObject({ code: 'already-exists', details: { constraint: 'providers_name_key' } });
		const told = JSON.stringify(error) + String((error as Error).stack) + String((error as Error).cause);
		expect(told).not.toContain('Hemligt');
	});
});

describeOnOwnDatabase('a read', (open) => {
	it('of somebody’s case is logged before it is made', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const before = await countRows(board);
		await fetch(board.karin, caseOverview, { caseId });
		expect(toDifference(before, await countRows(board))).toEqual({ audit_events: 1 });
		expect(await lastEvent(board)).toMatchObject({ action: 'caseOverview', subjectId: caseId });
	});

	it('gives nothing when it cannot be logged', async () => {
		const board = await open();
		const caseId = await openTestCase(board.karin);
		const taken = (await lastEvent(board))?.id ?? '';
		const withoutLog = { ...board.karin, newId: () => taken };
		await expect(fetch(withoutLog, caseOverview, { caseId })).rejects.toMatchObject({
			code: 'already-exists'
		});
	});

	it('of what belongs to nobody is not logged', async () => {
		const board = await open();
		const before = await countRows(board);
		await fetch(board.karin, listProviders, {});
		expect(toDifference(before, await countRows(board))).toEqual({});
	});
});

describeOnOwnDatabase('a board', (open) => {
	it('is found by its code', async () => {
		const { database, board } = await open();
		expect(await findBoardByCode(database, board.code)).toEqual(board);
		expect(await findBoardByCode(database, board.code)).toEqual(board);
		expect(await findBoardByCode(database, 'finns-inte')).toBeNull();
		expect(await listBoards(database)).toContainEqual(board);
	});

	it('is refused with a code that is taken or cannot stand in an address', async () => {
		const { database, board } = await open();
		const id = '00000000-0000-4000-8000-00000000000a' as typeof board.id;
		await expect(createBoard(database, { ...board, id })).rejects.toMatchObject({ code: 'already-exists' });
		await expect(createBoard(database, { ...board, id, code: 'Å/ä' })).rejects.toMatchObject({
			code: 'invalid-input'
		});
	});
});

describeOnOwnDatabase('the database itself', (open) => {
	it('refuses what the program should never write', async () => {
		const { database, board } = await open();
		const id = '00000000-0000-4000-8000-00000000000b';
		for (const statement of [
			sql`insert into clients values (${board.id}, ${id}, 'K', 'annat', 1990)`,
			sql`insert into clients values (${board.id}, ${id}, 'K', 'female', 1066)`,
			sql`insert into targets values (${board.id}, 2026, 'annan', 'i', 'x', '2026-01-01', 'm', 1, 'unrounded', '§')`,
			sql`insert into audit_events (board_id, id, happened_at, action, subject_type, actor_kind)
				values (${board.id}, ${id}, now(), 'x', 'case', 'staff')`
		]) {
			await expect(database.orm.execute(statement)).rejects.toMatchObject({ cause: { code: '23514' } });
		}
	});
});

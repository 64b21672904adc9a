/**
 * The five attacks on an access log (edit, delete, truncate, rewrite, swap) by somebody who can do anything in the
 * database but has not the key. Every test attacks a board of its own.
 */
import { sql } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { deriveAuditKey, makeTrail, openTrail } from '#lib/audit/server/audit-key.ts';
import { toMasterKey } from '#lib/secrecy/server/master-key.ts';
import { testMasterKey } from '#tests/build/test-master-key.ts';
import { sealBoard } from '#lib/audit/server/seal-board.ts';
import { listProviders } from '#lib/cases/server/reads/list-providers.ts';
import { anchorOf, countLines, seal, tamper, verify } from '#tests/build/audit-log.ts';
import { addTestProvider } from '#tests/build/made-up.ts';
import { testTrail, type TestBoard } from '#tests/build/test-board.ts';
import { fetch } from '#lib/shared/server/read.ts';
import { describeOnOwnDatabase, type OpenBoard } from '../databases.ts';

/** A board with ten sealed lines. */
async function tenLines(open: OpenBoard): Promise<TestBoard> {
	const board = await open();
	for (let count = 0; count < 10; count += 1) await addTestProvider(board.adnan);
	await seal(board);
	return board;
}

describeOnOwnDatabase('the access log', (open) => {
	it('is whole when nobody has touched it', async () => {
		const board = await tenLines(open);
		const anchors = [await anchorOf(board)];
		expect(await verify(board, anchors)).toMatchObject({
			checked: 10,
			anchoredTo: 10,
			waiting: 0,
			fault: null
		});
	});

	it('refuses to be changed, emptied or shortened', async () => {
		const board = await tenLines(open);
		const { id } = board.board;
		for (const statement of [
			sql`update audit_events set actor_id = 'annan' where board_id = ${id}`,
			sql`update audit_events set seq = null, seal = null, seal_key_id = null where board_id = ${id}`,
			sql`delete from audit_events where board_id = ${id}`,
			sql`truncate audit_events`
		]) {
			await expect(board.database.orm.execute(statement)).rejects.toMatchObject({ cause: { code: '42501' } });
		}
		expect(await countLines(board)).toBe(10);
	});

	it('lets a line be given its place only once, and nothing else with it', async () => {
		const board = await open();
		await addTestProvider(board.adnan);
		const { id } = board.board;
		const place = sql`seq = 1, seal = 'x', seal_key_id = 'x'`;
		await expect(
			board.database.orm.execute(
				sql`update audit_events set ${place}, actor_id = 'annan' where board_id = ${id}`
			)
		).rejects.toMatchObject({ cause: { code: '42501' } });
		await seal(board);
		await expect(
			board.database.orm.execute(sql`update audit_events set ${place} where board_id = ${id}`)
		).rejects.toMatchObject({ cause: { code: '42501' } });
	});

	it.each([
		['who', sql`actor_id = 'någon-annan'`],
		['when', sql`happened_at = happened_at + interval '1 microsecond'`],
		['what', sql`subject_id = '00000000-0000-4000-8000-000000000001'`],
		['which case', sql`case_id = '00000000-0000-4000-8000-000000000001'`],
		['why', sql`reason = 'ett skäl'`],
		['the work', sql`work_context = 'casework'`],
		['the action', sql`action = 'listProviders'`]
	])('edit: names the line where %s was changed', async (_what, change) => {
		const board = await tenLines(open);
		await tamper(
			board,
			sql`update audit_events set ${change} where board_id = ${board.board.id} and seq = 4`
		);
		const { fault, checked } = await verify(board);
		expect(fault).toMatchObject({ kind: 'changed', seq: 4 });
		expect(checked).toBe(3);
	});

	it('delete: names the number that is gone', async () => {
		const board = await tenLines(open);
		await tamper(board, sql`delete from audit_events where board_id = ${board.board.id} and seq = 7`);
		expect((await verify(board)).fault).toEqual({ kind: 'missing', seq: 7, eventId: null, happenedAt: null });
	});

	it('delete: notices when the rest has been moved up', async () => {
		const board = await tenLines(open);
		const { id } = board.board;
		await tamper(
			board,
			sql`delete from audit_events where board_id = ${id} and seq = 7`,
			sql`update audit_events set seq = seq + 100 where board_id = ${id} and seq > 7`,
			sql`update audit_events set seq = seq - 101 where board_id = ${id} and seq > 100`
		);
		expect((await verify(board)).fault).toMatchObject({ kind: 'out-of-place', seq: 7 });
	});

	it('truncate: the anchor tells that the end has been cut off', async () => {
		const board = await tenLines(open);
		const anchors = [await anchorOf(board)];
		await tamper(board, sql`delete from audit_events where board_id = ${board.board.id} and seq > 6`);
		expect((await verify(board)).fault).toBeNull();
		expect((await verify(board, anchors)).fault).toMatchObject({ kind: 'missing', seq: 7 });
	});

	it('truncate: the anchor tells that everything is gone', async () => {
		const board = await tenLines(open);
		const anchors = [await anchorOf(board)];
		await tamper(board, sql`truncate audit_events`);
		expect((await verify(board, anchors)).fault).toMatchObject({ kind: 'missing', seq: 1 });
	});

	it('truncate: the anchor tells also when new lines have taken the old ones’ numbers', async () => {
		const board = await tenLines(open);
		const anchors = [await anchorOf(board)];
		await tamper(board, sql`delete from audit_events where board_id = ${board.board.id} and seq > 6`);
		for (let count = 0; count < 8; count += 1) await addTestProvider(board.adnan);
		await seal(board);
		expect((await verify(board, anchors)).fault).toMatchObject({ kind: 'rewritten', seq: 10 });
	});

	it('rewrite: a line signed again with another key is not genuine', async () => {
		const board = await tenLines(open);
		const { id } = board.board;
		const own = makeTrail([deriveAuditKey(createHash('sha256').update('gissning').digest())]);
		await tamper(
			board,
			sql`update audit_events set actor_id = 'någon-annan', mac = ${own.sign('x').mac}, seq = null, seal = null,
				seal_key_id = null where board_id = ${id} and seq >= 5`
		);
		await sealBoard(board.database, own, id);
		expect((await verify(board)).fault).toMatchObject({ kind: 'changed', seq: 5 });
	});

	it('rewrite: a line that names the other key is told apart', async () => {
		const board = await tenLines(open);
		const { id } = board.board;
		await tamper(board, sql`update audit_events set key_id = 'deadbeef' where board_id = ${id} and seq = 5`);
		expect((await verify(board)).fault).toMatchObject({ kind: 'unknown-key', seq: 5 });
	});

	it('rewrite: the anchor tells even when the key itself was stolen', async () => {
		const board = await tenLines(open);
		const anchors = [await anchorOf(board)];
		const { id } = board.board;
		await tamper(
			board,
			sql`delete from audit_events where board_id = ${id} and seq = 5`,
			sql`update audit_events set seq = null, seal = null, seal_key_id = null where board_id = ${id} and seq > 5`
		);
		await addTestProvider(board.adnan);
		await seal(board);
		expect((await verify(board)).fault).toBeNull();
		expect((await verify(board, anchors)).fault).toMatchObject({ kind: 'rewritten', seq: 10 });
	});

	it('swap: names the first of two lines that have changed places', async () => {
		const board = await tenLines(open);
		const { id } = board.board;
		await tamper(
			board,
			sql`update audit_events set seq = 1000 where board_id = ${id} and seq = 3`,
			sql`update audit_events set seq = 3 where board_id = ${id} and seq = 8`,
			sql`update audit_events set seq = 8 where board_id = ${id} and seq = 1000`
		);
		expect((await verify(board)).fault).toMatchObject({ kind: 'out-of-place', seq: 3 });
	});

	it('swap: notices also when the seals have been moved with the numbers', async () => {
		const board = await tenLines(open);
		const { id } = board.board;
		await tamper(
			board,
			sql`drop index audit_events_seq_key`,
			sql`update audit_events e set seq = other.seq, seal = other.seal from audit_events other
				where e.board_id = ${id} and other.board_id = ${id} and e.seq in (3, 8) and other.seq = 11 - e.seq`,
			sql`create unique index audit_events_seq_key on audit_events (board_id, seq) where seq is not null`
		);
		expect((await verify(board)).fault).toMatchObject({ kind: 'out-of-place', seq: 3 });
	});

	it('tells a line that something else than the program has written, sealed or not', async () => {
		const board = await tenLines(open);
		const { id } = board.board;
		const foreign = sql`insert into audit_events (board_id, id, happened_at, action, subject_type, actor_kind)
			values (${id}, gen_random_uuid(), now(), 'listCases', 'case-list', 'system')`;
		await board.database.orm.execute(foreign);
		expect((await verify(board)).fault).toMatchObject({ kind: 'unsigned', seq: null });
		await seal(board);
		expect((await verify(board)).fault).toMatchObject({ kind: 'unsigned', seq: 11 });
	});

	it('tells a change in a line that has not been sealed yet', async () => {
		const board = await tenLines(open);
		await addTestProvider(board.adnan);
		await tamper(
			board,
			sql`update audit_events set actor_id = 'annan' where board_id = ${board.board.id} and seq is null`
		);
		expect((await verify(board)).fault).toMatchObject({ kind: 'changed', seq: null });
	});

	it('holds one board apart from another', async () => {
		const [ours, theirs] = [await tenLines(open), await tenLines(open)];
		await tamper(ours, sql`delete from audit_events where board_id = ${ours.board.id} and seq = 2`);
		expect((await verify(theirs)).fault).toBeNull();
	});

	it('begins, in an old installation, with lines from before there was a key', async () => {
		const board = await open();
		const { id } = board.board;
		await board.database.orm.execute(sql`
			insert into audit_events (board_id, id, happened_at, action, subject_type, actor_kind)
			select ${id}, gen_random_uuid(), '2026-01-01', 'listCases', 'case-list', 'system' from generate_series(1, 3)`);
		await seal(board);
		await addTestProvider(board.adnan);
		await fetch(board.adnan, listProviders, {});
		await seal(board);
		expect(await verify(board)).toMatchObject({ checked: 4, fault: null });
		await tamper(board, sql`update audit_events set action = 'x' where board_id = ${id} and seq = 2`);
		expect((await verify(board)).fault).toMatchObject({ kind: 'out-of-place', seq: 2 });
	});

	it('is read with keys that were used before', async () => {
		const board = await tenLines(open);
		const next = toMasterKey(createHash('sha256').update('nästa nyckel').digest());
		const trail = openTrail(next, [testMasterKey]);
		await addTestProvider({ ...board.adnan, trail });
		await sealBoard(board.database, trail, board.board.id);
		const { verifyBoard } = await import('#lib/audit/server/verify-board.ts');
		expect(await verifyBoard(board.database, trail, board.board.id, [])).toMatchObject({
			checked: 11,
			fault: null
		});
		expect((await verifyBoard(board.database, testTrail, board.board.id, [])).fault).toMatchObject({
			kind: 'unknown-key',
			seq: 11
		});
	});
});

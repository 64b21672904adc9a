/** Nightly jobs on both databases: once a day, by one process, over restarts and mishaps. All of it is made up. */
import { beforeEach, describe, expect, it } from 'vitest';
import { findLastRun } from '#lib/jobs/server/queries.ts';
import { makeJobRunner, type Job, type JobRunner } from '#lib/jobs/server/job-runner.ts';
import { makeContext } from '#lib/shared/server/context.ts';
import { openDatabase, type Database } from '#lib/shared/server/database.ts';
import { testTrail, type TestBoard } from '#tests/build/test-board.ts';
import { testMasterKey } from '#tests/build/test-master-key.ts';
import { describeOnOwnDatabase, shippedCatalogue } from '../databases.ts';

/** Swedish winter time, with seconds where they matter. */
const at = (text: string) => new Date(`${text}+01:00`);

interface Desk {
	readonly runner: JobRunner;
	readonly done: string[];
	readonly complaints: string[];
	setClock(text: string): void;
}

/** A program over the board's database with one job, which writes down each time it is done for the board. */
function openProgram(
	board: TestBoard,
	given: { readonly work?: () => Promise<void>; readonly database?: Database; readonly name?: string } = {}
): Desk {
	const { work = async () => {}, database = board.database, name = `job-${board.board.code}` } = given;
	let clock = at('2026-11-23T02:00:00');
	const done: string[] = [];
	const complaints: string[] = [];
	const job: Job = {
		name,
		fromHour: 2,
		async run({ actor }) {
			// Other tests have boards in the same database.
			if (actor.kind !== 'system' || actor.boardId !== board.board.id) return;
			await work();
			done.push(actor.kind);
		}
	};
	const runner = makeJobRunner({
		database,
		jobs: [job],
		contextFor: (actor) => makeContext(database, actor, shippedCatalogue(), testTrail),
		now: () => clock,
		complain: (sentence) => void complaints.push(sentence)
	});
	return {
		runner,
		done,
		complaints,
		setClock(text) {
			clock = at(text);
		}
	};
}

describeOnOwnDatabase('a nightly job', (open) => {
	let board: TestBoard;
	beforeEach(async () => {
		board = await open();
	});
	const lastRun = (name = `job-${board.board.code}`) =>
		findLastRun({ tx: board.database.orm, boardId: board.board.id }, name, ['running', 'done', 'failed']);

	it('waits for its hour, is done once that day, and again the next', async () => {
		const { runner, done, setClock } = openProgram(board);
		setClock('2026-11-23T01:59:59');
		await runner.runDue();
		expect(done).toHaveLength(0);
		for (const moment of ['2026-11-23T02:00:00', '2026-11-23T02:01:00', '2026-11-23T23:59:59']) {
			setClock(moment);
			await runner.runDue();
		}
		expect(done).toHaveLength(1);
		setClock('2026-11-24T02:00:00');
		await runner.runDue();
		expect(done).toHaveLength(2);
	});

	it('is done by a program that is switched on later that day, and remembered over a restart', async () => {
		const first = openProgram(board);
		first.setClock('2026-11-23T09:30:00');
		await first.runner.runDue();
		await first.runner.close();
		const second = openProgram(board);
		second.setClock('2026-11-23T09:31:00');
		await second.runner.runDue();
		expect([first.done.length, second.done.length]).toEqual([1, 0]);
		expect(await lastRun()).toMatchObject({ day: '2026-11-23', state: 'done', attempts: 1 });
	});

	it('is done for every board', async () => {
		const other = await open();
		const { runner } = openProgram(board);
		const ran = await runner.runDue();
		const boards = ran.map(({ boardId }) => boardId);
		expect(boards).toContain(board.board.id);
		expect(boards).toContain(other.board.id);
		expect(new Set(boards).size).toBe(boards.length);
	});

	it('that goes wrong is tried again after a quarter of an hour, three times in all', async () => {
		let attempts = 0;
		const { runner, complaints, setClock } = openProgram(board, {
			async work() {
				attempts += 1;
				throw new TypeError('Kalle Påhittad gick inte att läsa');
			}
		});
		await runner.runDue();
		setClock('2026-11-23T02:14:59');
		await runner.runDue();
		expect(attempts).toBe(1);
		for (const moment of ['02:15:00', '02:30:00', '02:45:00', '12:00:00']) {
			setClock(`2026-11-23T${moment}`);
			await runner.runDue();
		}
		expect(attempts).toBe(3);
		expect(await lastRun()).toMatchObject({ state: 'failed', attempts: 3 });
		expect(complaints).toHaveLength(3);
		expect(complaints.join()).not.toContain('Kalle');
	});

	it('that was begun by a program that died is taken over after an hour', async () => {
		// Hangs as a killed one does: it never says how it went.
		const dead = openProgram(board, { work: () => new Promise(() => {}) });
		void dead.runner.runDue();
		await expect.poll(async () => (await lastRun())?.state).toBe('running');
		const { runner, done, setClock } = openProgram(board);
		setClock('2026-11-23T02:59:59');
		await runner.runDue();
		expect(done).toHaveLength(0);
		setClock('2026-11-23T03:00:00');
		await runner.runDue();
		expect(done).toHaveLength(1);
		expect(await lastRun()).toMatchObject({ state: 'done', attempts: 2 });
	});

	it('is waited for when the program stops', async () => {
		const held = Promise.withResolvers<void>();
		const { runner, done } = openProgram(board, { work: () => held.promise });
		runner.start();
		await expect.poll(async () => (await lastRun())?.state).toBe('running');
		let isClosed = false;
		const closing = runner.close().then(() => (isClosed = true));
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(isClosed).toBe(false);
		held.resolve();
		await closing;
		expect(done).toHaveLength(1);
		expect(await lastRun()).toMatchObject({ state: 'done' });
	});
});

describeOnOwnDatabase('two programs over one database', (open) => {
	it('do each job once between them', async ({ skip }) => {
		const board = await open();
		if (board.databaseUrl === null) skip('the embedded database lets in one program only');
		const others = await Promise.all(
			Array.from({ length: 4 }, () =>
				openDatabase({ databaseUrl: board.databaseUrl ?? '', masterKey: testMasterKey })
			)
		);
		const programs = others.map((database) => openProgram(board, { database }));
		for (const night of ['2026-11-23', '2026-11-24', '2026-11-25']) {
			for (const { setClock } of programs) setClock(`${night}T02:00:00`);
			await Promise.all(programs.map(({ runner }) => runner.runDue()));
		}
		await Promise.all(others.map((database) => database.close()));
		expect(programs.flatMap(({ done }) => done)).toHaveLength(3);
	});
});

describe('the jobs there are', () => {
	it('have names of their own, since these are in the database', async () => {
		const { nightlyJobs } = await import('../../../src/nightly-jobs.ts');
		expect(nightlyJobs.map(({ name }) => name)).toEqual([
			'emptyAnswerBoxes',
			'proposeRetention',
			'sweepErased',
			'sweepImports',
			'remindOfActionPlans',
			'drawReviews',
			'verifyLog',
			'remindInvited'
		]);
	});
});

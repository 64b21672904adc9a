/** D2: one process at a time in a data folder, and a crash does not lock it for ever. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, queryRows } from '#lib/shared/server/database.ts';
import { lockDirectory } from '#lib/shared/server/directory-lock.ts';
import { newCluster } from '#tests/build/new-cluster.ts';

let folder: string;
let children: ChildProcess[];

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'genklang-lock-'));
	children = [];
});

afterEach(() => {
	for (const child of children) child.kill('SIGKILL');
	rmSync(folder, { recursive: true, force: true });
});

/** Starts another process over the folder; what it said first, on either stream. */
async function startHolder(): Promise<{ child: ChildProcess; said: string }> {
	const child = spawn(process.execPath, [join(import.meta.dirname, 'hold-directory.ts'), folder]);
	children.push(child);
	const said = await new Promise<string>((resolve) => {
		child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()));
		child.stderr.once('data', (chunk: Buffer) => resolve(chunk.toString()));
	});
	return { child, said };
}

async function kill(child: ChildProcess): Promise<void> {
	child.kill('SIGKILL');
	await once(child, 'exit');
}

const lockFile = () => join(folder, 'lock.json');
const readLock = () => JSON.parse(readFileSync(lockFile(), 'utf8')) as Record<string, unknown>;

describe('a data folder', () => {
	it('refuses a second process with a sentence that names the first', async () => {
		const first = await startHolder();
		expect(first.said).toBe('open\n');

		const second = await startHolder();
		expect(second.said).toContain(`används redan av en annan Genklang-process (process ${first.child.pid}`);
		if (second.child.exitCode === null) await once(second.child, 'exit');
		expect(second.child.exitCode).toBe(1);
	});

	it('refuses a second opening within the same process too', async () => {
		const lock = await lockDirectory(folder);
		await expect(lockDirectory(folder)).rejects.toThrow('används redan');
		lock.release();
		(await lockDirectory(folder)).release();
	});

	it('is open again after its process has been killed, with everything in it', async () => {
		const before = await openDatabase({ dataDirectory: folder, newCluster });
		await before.orm.execute(sql`create table kept (id int primary key)`);
		await before.orm.execute(sql`insert into kept values (1)`);
		await before.close();
		const { child } = await startHolder();
		await kill(child);

		const after = await openDatabase({ dataDirectory: folder, newCluster });
		expect(await queryRows(after.orm, sql`select id from kept`)).toEqual([{ id: 1 }]);
		await after.close();
	});

	it('is open when the process id has been given to another process since', async () => {
		const { child } = await startHolder();
		const lock = readLock();
		await kill(child);
		// This very process has the id now, but started at another time.
		writeFileSync(lockFile(), JSON.stringify({ ...lock, pid: process.pid }));

		const taken = await lockDirectory(folder);
		expect(readLock()['pid']).toBe(process.pid);
		taken.release();
	});

	it('is open when the lock is empty, left by a process killed while writing it', async () => {
		writeFileSync(lockFile(), '');
		const aMomentAgo = new Date(Date.now() - 5_000);
		utimesSync(lockFile(), aMomentAgo, aMomentAgo);
		(await lockDirectory(folder)).release();
	});

	it('is open when a container that cannot be looked up has been silent for long', async () => {
		const elsewhere = { pid: 1, startedAt: '7', machine: 'annan-behållare', pidSpace: 'pid:[1]', nonce: 'n' };
		writeFileSync(lockFile(), JSON.stringify(elsewhere));
		const longAgo = new Date(Date.now() - 60_000);
		utimesSync(lockFile(), longAgo, longAgo);
		(await lockDirectory(folder)).release();
	});

	it('goes to one of many that find it left behind at the same time', async () => {
		const { child } = await startHolder();
		await kill(child);

		const outcomes = await Promise.all([startHolder(), startHolder(), startHolder(), startHolder()]);
		expect(outcomes.filter(({ said }) => said === 'open\n')).toHaveLength(1);
	});

	it('is given back when it is closed', async () => {
		const database = await openDatabase({ dataDirectory: folder, newCluster });
		await database.close();
		const { said } = await startHolder();
		expect(said).toBe('open\n');
	});
});

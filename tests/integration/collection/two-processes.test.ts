/** Two servers over one PostgreSQL: nothing that matters lives in a process. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendForm } from '#tests/build/send-form.ts';
import { startServer, type ServerProcess } from '#tests/build/server-process.ts';
import { buildProgram } from '#tests/build/build-program.ts';
import {
	fillStorage,
	lookAtStorage,
	makeCluster,
	type Addresses,
	type StorageUnderFault
} from '../../fault/storage-under-fault.ts';
import { findFreePort, findPostgresPrograms } from '../postgres-cluster.ts';

const programs = findPostgresPrograms();
const links = 20;

describe.skipIf(programs === null)('two servers over one PostgreSQL', () => {
	let storage: StorageUnderFault;
	let addresses: Addresses;
	let servers: readonly [ServerProcess, ServerProcess];

	beforeAll(async () => {
		await buildProgram();
		storage = await makeCluster(programs ?? '');
		addresses = await fillStorage(storage, 2 * links + 1);
		const start = async () => startServer(storage.settings, await findFreePort());
		servers = [await start(), await start()];
	});
	afterAll(async () => {
		for (const server of servers) await server.stop();
		await storage.remove();
	});

	it('store a submission that is sent to both once, and both acknowledge it', async () => {
		const paths = addresses.personal.slice(0, links);
		const before = (await lookAtStorage(storage)).ids.size;
		const outcomes = await Promise.all(
			paths.flatMap((path) => {
				const submissionId = randomUUID();
				return servers.map(({ origin }) => sendForm({ address: origin + path, submissionId, carried: null }));
			})
		);
		expect(outcomes).toEqual(Array(2 * links).fill(true));
		const stored = await lookAtStorage(storage);
		expect(stored.ids.size - before).toBe(links);
		expect(stored).toMatchObject({ double: 0, halfWritten: 0 });
	});

	it('store one of two different submissions by the same link, and acknowledge that one', async () => {
		const paths = addresses.personal.slice(links, 2 * links);
		const before = (await lookAtStorage(storage)).ids.size;
		const outcomes = await Promise.all(
			paths.map((path) =>
				Promise.all(
					servers.map(({ origin }) =>
						sendForm({ address: origin + path, submissionId: randomUUID(), carried: null })
					)
				)
			)
		);
		expect(outcomes.map((pair) => pair.filter(Boolean).length)).toEqual(Array(links).fill(1));
		const stored = await lookAtStorage(storage);
		expect(stored.ids.size - before).toBe(links);
		expect(stored).toMatchObject({ double: 0, halfWritten: 0 });
	});

	it('let a respondent go on through the other one, also when the first is gone', async () => {
		const [first, second] = servers;
		const path = addresses.personal[2 * links] ?? '';
		const form = new URLSearchParams({ _page: 'audit_1', _move: 'next', audit_1: '0' });
		const headers = { accept: 'text/html', origin: first.origin };
		const saved = await fetch(`${first.origin}${path}/questions`, {
			method: 'POST',
			body: form,
			headers,
			redirect: 'manual'
		});
		expect(saved.status).toBe(303);
		await first.kill();

		const review = await (await fetch(`${second.origin}${path}/review`)).text();
		expect(review).toContain('Aldrig');
		expect(await sendForm({ address: second.origin + path, submissionId: randomUUID(), carried: null })).toBe(
			true
		);
	});
});

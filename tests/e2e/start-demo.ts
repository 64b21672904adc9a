/**
 * Starts the built program in demo mode on a free port with a fresh data folder, as `npm run demo` does, and tells the
 * tests its address. GENKLANG_TEST_URL names one that is running already.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
	interface ProvidedContext {
		baseUrl: string;
	}
}

const root = join(import.meta.dirname, '..', '..');

function findFreePort(): Promise<number> {
	return new Promise((resolve) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});
}

function waitUntilReady(child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let output = '';
		const read = (chunk: Buffer): void => {
			output += chunk.toString();
			const ready = /^ready (\S+)$/m.exec(output);
			if (ready?.[1]) resolve(ready[1]);
		};
		child.stdout?.on('data', read);
		child.stderr?.on('data', read);
		child.on('exit', (code) =>
			reject(new Error(`The demo stopped with ${code} before it was ready:\n${output}`))
		);
	});
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const running = process.env['GENKLANG_TEST_URL'];
	if (running) {
		project.provide('baseUrl', running);
		return async () => {};
	}
	const data = mkdtempSync(join(tmpdir(), 'genklang-e2e-'));
	const child = spawn(process.execPath, [join(root, 'bin', 'genklang.js'), 'demo'], {
		cwd: root,
		env: {
			...process.env,
			PORT: String(await findFreePort()),
			GENKLANG_DATA: join(data, 'demo'),
			GENKLANG_INSTRUMENTS: join(root, 'tests', 'fixtures', 'instruments')
		},
		stdio: ['ignore', 'pipe', 'pipe']
	});
	project.provide('baseUrl', await waitUntilReady(child));
	return async () => {
		const stopped = new Promise((resolve) => child.once('exit', resolve));
		child.kill('SIGTERM');
		await stopped;
		rmSync(data, { recursive: true, force: true });
	};
}

/** The built program in demo mode on a free port with a fresh data folder, as `npm run demo` starts it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '../integration/postgres-cluster.ts';

const root = join(import.meta.dirname, '..', '..');

export interface DemoProcess {
	readonly url: string;
	/** What it has written so far, to standard out and error. */
	said(): string;
	stop(): Promise<void>;
}

/** The made-up data of a demo that has been started and stopped again. */
export interface DemoData {
	/** The folder that they lie in. */
	readonly folder: string;
	remove(): void;
}

/** Making up the data takes half a minute, so it is done once a run and copied; it is a demo's first start, as people meet it. */
export async function makeDemoData(parent = tmpdir()): Promise<DemoData> {
	const folder = mkdtempSync(join(parent, 'genklang-e2e-data-'));
	await (await startOver(folder)).stop();
	return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Starts one over a copy of data that are made, in their folder, or over new ones; the instruments of the tests are there too. */
export async function startDemo(made: string | null): Promise<DemoProcess> {
	const data = mkdtempSync(join(tmpdir(), 'genklang-e2e-'));
	if (made) cpSync(made, data, { recursive: true });
	const demo = await startOver(data);
	return {
		...demo,
		async stop() {
			await demo.stop();
			rmSync(data, { recursive: true, force: true });
		}
	};
}

async function startOver(data: string): Promise<DemoProcess> {
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
	let said = '';
	const url = await waitUntilReady(child, (text) => (said += text));
	return {
		url,
		said: () => said,
		async stop() {
			const stopped = new Promise((resolve) => child.once('exit', resolve));
			child.kill('SIGTERM');
			await stopped;
		}
	};
}

function waitUntilReady(child: ChildProcess, keep: (text: string) => string): Promise<string> {
	return new Promise((resolve, reject) => {
		let output = '';
		const listen = (chunk: Buffer): void => {
			output = keep(chunk.toString());
			const ready = /^ready (\S+)$/m.exec(output);
			if (ready?.[1]) resolve(ready[1]);
		};
		child.stdout?.on('data', listen);
		child.stderr?.on('data', listen);
		child.on('exit', (code) =>
			reject(new Error(`The demo stopped with ${code} before it was ready:\n${output}`))
		);
	});
}

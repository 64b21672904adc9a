/** How soon the built server answers after it is started on a database that exists, and what it uses when idle. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { writeTestMasterKey } from '../tests/build/test-master-key.ts';
import { printFigure } from './figure.ts';

const root = join(import.meta.dirname, '..');
const runs = 5;
const port = 3917;

/** Milliseconds from start to the first answered request, and resident kilobytes ten seconds later in the last run. */
async function startOnce(data: string, isLast: boolean): Promise<{ readyMs: number; idleKb: number }> {
	const from = performance.now();
	const child = spawn(process.execPath, [join(root, 'bin', 'genklang.js'), 'serve'], {
		env: {
			...process.env,
			PORT: String(port),
			GENKLANG_DATA: data,
			GENKLANG_MASTER_KEY_FILE: writeTestMasterKey()
		},
		stdio: ['ignore', 'pipe', 'inherit']
	});
	await new Promise<void>((resolve, reject) => {
		child.stdout.on('data', (chunk: Buffer) => chunk.toString().includes('ready') && resolve());
		child.on('exit', () => reject(new Error('the server stopped before it was ready')));
	});
	await fetch(`http://127.0.0.1:${port}/`);
	const readyMs = performance.now() - from;
	if (isLast) await wait(10_000);
	const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
	const idleKb = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
	const stopped = new Promise((resolve) => child.once('exit', resolve));
	child.kill('SIGTERM');
	await stopped;
	return { readyMs, idleKb };
}

const data = mkdtempSync(join(tmpdir(), 'genklang-bench-'));
try {
	await startOnce(data, false);
	const times: number[] = [];
	let idleKb = 0;
	for (let index = 0; index < runs; index += 1) {
		const once = await startOnce(data, index === runs - 1);
		times.push(once.readyMs);
		idleKb = once.idleKb;
	}
	const median = times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
	printFigure({
		name: 'server ready (median of 5)',
		value: Math.round(median),
		unit: 'ms',
		target: { atMost: 3000 }
	});
	printFigure({ name: 'idle memory, PGlite included', value: Math.round(idleKb / 1024), unit: 'MB' });
} finally {
	rmSync(data, { recursive: true, force: true });
}

/**
 * A complete submission over HTTP (find the link, check, score, store, close, log) beside a bare SvelteKit action that
 * inserts the same JSON: the same driver with the same durability, on both kinds of database, taken in turn in one run.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildProgram } from '../tests/build/build-program.ts';
import { audit24 } from '../tests/build/made-up.ts';
import { root, startServer, type StorageSettings } from '../tests/build/server-process.ts';
import { fillStorage, listStorageKinds, type StorageUnderFault } from '../tests/fault/storage-under-fault.ts';
import { findFreePort } from '../tests/integration/postgres-cluster.ts';
import { printFigure } from './figure.ts';

/** A class of pupils who send at the same time; as many for the bare action. */
const senders = 32;
const turns = 7;
const turnMs = 2_000;
const warmUpMs = 3_000;
const personalLinks = 40_000;

type Send = () => Promise<void>;

const agent = new Agent({ keepAlive: true, maxSockets: senders });

/** Posts a form as a browser without JavaScript does; anything but the redirect to the thanks is a failure. */
function post(address: string, origin: string, fields: Record<string, string>): Promise<void> {
	const body = new URLSearchParams(fields).toString();
	const headers = {
		'content-type': 'application/x-www-form-urlencoded',
		'content-length': Buffer.byteLength(body),
		accept: 'text/html',
		origin
	};
	return new Promise((resolve, reject) => {
		const sent = request(address, { method: 'POST', agent, headers }, (response) => {
			response.resume();
			response.once('end', () =>
				response.statusCode === 303 ? resolve() : reject(new Error(`${address} said ${response.statusCode}`))
			);
		});
		sent.once('error', reject);
		sent.end(body);
	});
}

/** How many were acknowledged per second, with a fixed number of senders who each wait for their answer. */
async function measure(send: Send, durationMs: number): Promise<number> {
	const from = performance.now();
	let count = 0;
	const sender = async (): Promise<void> => {
		while (performance.now() - from < durationMs) {
			await send();
			count += 1;
		}
	};
	await Promise.all(Array.from({ length: senders }, sender));
	return (count * 1000) / (performance.now() - from);
}

function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** Builds the bare app in .cache, where its own files do not mix with the program's. */
function buildBareApp(): string {
	const folder = join(root, '.cache', 'bare-app');
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	cpSync(join(root, 'bench', 'bare-app'), folder, { recursive: true });
	// An installation in between takes away what the types of the framework are found by.
	spawnSync(process.execPath, [join(root, 'node_modules', '@sveltejs', 'kit', 'svelte-kit.js'), 'sync'], {
		cwd: root
	});
	const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
	const built = spawnSync(process.execPath, [vite, 'build', '--logLevel=error'], {
		cwd: folder,
		encoding: 'utf8'
	});
	if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);
	return join(folder, 'build', 'index.js');
}

async function startBareApp(program: string, storage: StorageSettings, port: number): Promise<ChildProcess> {
	const child = spawn(process.execPath, [program], {
		env: { PATH: process.env['PATH'] ?? '', ...storage, PORT: String(port), HOST: '127.0.0.1' },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	await new Promise((resolve, reject) => {
		child.stdout.once('data', resolve);
		child.once('exit', () => reject(new Error('The bare app stopped.')));
	});
	return child;
}

/** What a database server does by itself within a minute of its tables having grown, and the embedded one at once. */
async function countTables(storage: StorageUnderFault): Promise<void> {
	if (!('DATABASE_URL' in storage.settings)) return;
	const database = await storage.open();
	await database.orm.execute(sql`analyze`);
	await database.close();
}

async function compare(storage: StorageUnderFault, bareProgram: string): Promise<void> {
	const { personal, anonymous } = await fillStorage(storage, personalLinks);
	const links = [...personal];
	const bareFolder = mkdtempSync(join(tmpdir(), 'genklang-bare-'));
	const bareSettings = 'DATABASE_URL' in storage.settings ? storage.settings : { GENKLANG_DATA: bareFolder };
	const barePort = await findFreePort();
	const bareApp = await startBareApp(bareProgram, bareSettings, barePort);
	const server = await startServer(storage.settings, await findFreePort());
	try {
		// Without a proxy's header SvelteKit's own server believes that it is reached by https.
		const bareOrigin = `https://127.0.0.1:${barePort}`;
		const bareFields = { answers: JSON.stringify(audit24) };
		const bare: Send = () => post(`http://127.0.0.1:${barePort}/`, bareOrigin, bareFields);
		const submit = (path: string, carried?: Record<string, string>): Promise<void> =>
			post(`${server.origin}${path}/review`, server.origin, {
				_move: 'send',
				_submission: randomUUID(),
				_help: 'self',
				...carried
			});
		const ofPerson: Send = () => {
			const path = links.pop();
			if (path === undefined) throw new Error('There were too few links; raise personalLinks.');
			return submit(path);
		};
		const carried = { _answers: JSON.stringify({ sol_1: 3, sol_2: 2, sol_3: 3, sol_4: 1, sol_5: 2 }) };
		const ofNobody: Send = () => submit(anonymous, carried);

		const rates = { bare: [] as number[], ofPerson: [] as number[], ofNobody: [] as number[] };
		for (const send of [bare, ofPerson, ofNobody]) await measure(send, warmUpMs);
		await countTables(storage);
		// Each beside a bare one of the same moment: the machine's speed changes, and the tables grow.
		const ratios = { ofPerson: [] as number[], ofNobody: [] as number[] };
		for (let turn = 0; turn < turns; turn += 1) {
			for (const [kind, send] of [
				['ofPerson', ofPerson],
				['ofNobody', ofNobody]
			] as const) {
				const floor = await measure(bare, turnMs);
				const ours = await measure(send, turnMs);
				rates.bare.push(floor);
				rates[kind].push(ours);
				ratios[kind].push(ours / floor);
			}
		}
		const ratioOf = (of: readonly number[]): number => Math.round(100 * median(of)) / 100;
		const { name } = storage;
		const unit = 'per second';
		printFigure({ name: `bare insert, ${name}`, value: Math.round(median(rates.bare)), unit });
		printFigure({ name: `submit AUDIT, ${name}`, value: Math.round(median(rates.ofPerson)), unit });
		printFigure({ name: `submit anonymous, ${name}`, value: Math.round(median(rates.ofNobody)), unit });
		printFigure({
			name: `submit AUDIT / bare insert, ${name}`,
			value: ratioOf(ratios.ofPerson),
			unit: 'times',
			target: { atLeast: 0.5 }
		});
		printFigure({
			name: `submit anonymous / bare insert, ${name}`,
			value: ratioOf(ratios.ofNobody),
			unit: 'times',
			target: { atLeast: 0.5 }
		});
	} finally {
		await server.stop();
		const gone = new Promise((resolve) => bareApp.once('exit', resolve));
		bareApp.kill('SIGKILL');
		await gone;
		rmSync(bareFolder, { recursive: true, force: true });
	}
}

await buildProgram();
const bareProgram = buildBareApp();
if (!existsSync(bareProgram)) throw new Error('The bare app was not built.');
for (const kind of listStorageKinds()) {
	const storage = await kind.make();
	try {
		await compare(storage, bareProgram);
	} finally {
		await storage.remove();
	}
}
agent.destroy();

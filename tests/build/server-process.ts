/** The built program as a process of its own: started, killed and started again. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toProgramUrl } from './program-account.ts';
import { writeTestMasterKey } from './test-master-key.ts';

export const root = join(import.meta.dirname, '..', '..');

/** What sign-in rests on in the servers that tests start. */
export const testSecret = 'made up for the tests, and long enough';

/** The database as the program's settings name it. */
export type StorageSettings = { readonly GENKLANG_DATA: string } | { readonly DATABASE_URL: string };

export interface ServerProcess {
	readonly origin: string;
	readonly pid: number;
	/** What it has written to its standard out and error so far. */
	said(): string;
	/** Ends it without a warning, as a power cut would, and waits until it is gone. */
	kill(): Promise<void>;
	/** Asks it to stop and waits until it has. */
	stop(): Promise<void>;
}

/**
 * Starts the built program and waits until it answers; on PostgreSQL it signs in as an account that owns nothing, whoever's
 * address is given. Throws with what it said when it stops instead.
 */
export async function startServer(
	storage: StorageSettings,
	port: number,
	more: Readonly<Record<string, string>> = {}
): Promise<ServerProcess> {
	if (!existsSync(join(root, 'build', 'handler.js'))) {
		throw new Error('The program is not built. Run: npm run build');
	}
	const origin = `http://127.0.0.1:${port}`;
	const settings =
		'DATABASE_URL' in storage ? { DATABASE_URL: await toProgramUrl(storage.DATABASE_URL) } : storage;
	const child = spawn(process.execPath, [join(root, 'bin', 'genklang.js'), 'serve'], {
		env: {
			PATH: process.env['PATH'] ?? '',
			...settings,
			GENKLANG_MASTER_KEY_FILE: writeTestMasterKey(),
			GENKLANG_SECRET: testSecret,
			GENKLANG_SURVEY_KEYS: join(tmpdir(), `genklang-survey-keys-${process.pid}`),
			PORT: String(port),
			PUBLIC_URL: origin,
			...more
		},
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const said = await waitUntilReady(child);
	const end = async (signal: NodeJS.Signals): Promise<void> => {
		if (child.exitCode !== null || child.signalCode !== null) return;
		const gone = new Promise((resolve) => child.once('exit', resolve));
		child.kill(signal);
		await gone;
	};
	return { origin, pid: child.pid ?? 0, said, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

function waitUntilReady(child: ChildProcess): Promise<() => string> {
	let said = '';
	return new Promise((resolve, reject) => {
		const listen = (chunk: Buffer): void => {
			said = (said + chunk.toString()).slice(-100_000);
			if (/^ready /m.test(said)) resolve(() => said);
		};
		child.stdout?.on('data', listen);
		child.stderr?.on('data', listen);
		child.once('exit', (code) => reject(new Error(`The server stopped (${code}): ${said}`)));
	});
}

/** The built program as a municipality would have it: its own empty data folder, on a name that passkeys can belong to. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeTestMasterKey } from '#tests/build/test-master-key.ts';
import { findFreePort } from '../integration/postgres-cluster.ts';

const root = join(import.meta.dirname, '..', '..');
const program = join(root, 'bin', 'genklang.js');

export interface Installation {
	readonly origin: string;
	/** The links that `genklang create-admin` printed, by name: `anna`, `cilla`, `disa`. */
	readonly invitations: Readonly<Record<Administrator, string>>;
	stop(): Promise<void>;
}

type Administrator = 'anna' | 'cilla' | 'disa';

/** Invites the administrators and starts the server. */
export async function startInstallation(): Promise<Installation> {
	const folder = mkdtempSync(join(tmpdir(), 'genklang-installation-'));
	const port = await findFreePort();
	const origin = `http://localhost:${port}`;
	const env = {
		PATH: process.env['PATH'] ?? '',
		GENKLANG_DATA: join(folder, 'data'),
		GENKLANG_MASTER_KEY_FILE: writeTestMasterKey(),
		PUBLIC_URL: origin,
		PORT: String(port)
	};
	const invite = (email: string, ...rest: string[]): string => {
		const made = spawnSync(process.execPath, [program, 'create-admin', email, ...rest], {
			env,
			encoding: 'utf8'
		});
		const link = /http:\/\/\S+\/invitation\/\S+/.exec(made.stdout)?.[0];
		if (!link) throw new Error(`no invitation: ${made.stdout}${made.stderr}`);
		return link;
	};
	const invitations = {
		anna: invite(
			'anna@exempelby.example',
			'Anna (påhittad)',
			'--board',
			'ifo',
			'--board-name',
			'Påhittade nämnden'
		),
		cilla: invite('cilla@exempelby.example'),
		disa: invite('disa@exempelby.example')
	};
	const server = await start(env);
	return {
		origin,
		invitations,
		async stop() {
			await end(server);
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

async function start(env: Record<string, string>): Promise<ChildProcess> {
	const child = spawn(process.execPath, [program, 'serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
	await new Promise<void>((resolve, reject) => {
		let said = '';
		const listen = (chunk: Buffer): void => {
			said += chunk.toString();
			if (/^ready /m.test(said)) resolve();
		};
		child.stdout.on('data', listen);
		child.stderr.on('data', listen);
		child.once('exit', (code) => reject(new Error(`the server stopped (${code}): ${said}`)));
	});
	return child;
}

async function end(child: ChildProcess): Promise<void> {
	const gone = new Promise((resolve) => child.once('exit', resolve));
	child.kill('SIGTERM');
	await gone;
}

/** A throw-away PostgreSQL server: its own folder, its own port, gone afterwards. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';

export interface PostgresCluster {
	/** Address of a database on the server. */
	url(database: string): string;
	/** Stops it at once, as a power cut would: nothing more is written. */
	crash(): Promise<void>;
	/** Starts it again over the same folder. */
	start(): Promise<void>;
	/** Stops it and removes everything. */
	remove(): Promise<void>;
}

/** Where `initdb` and `postgres` lie on this machine, or null. */
export function findPostgresPrograms(): string | null {
	const debian = '/usr/lib/postgresql';
	const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
	const folders = [
		...(process.env['PATH'] ?? '').split(delimiter),
		...versions.map((version) => join(debian, version, 'bin'))
	];
	return (
		folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ??
		null
	);
}

/** PostgreSQL refuses to run as root: there it runs as `nobody`. */
const nobody = { uid: 65534, gid: 65534 };
const serverUser = process.getuid?.() === 0 ? nobody : null;

/** Makes and starts a server. Every setting is PostgreSQL's own, fsync included, but for those given as `name=value`. */
export async function startPostgresCluster(
	programs: string,
	settings: readonly string[] = []
): Promise<PostgresCluster> {
	const folder = mkdtempSync(join(tmpdir(), 'genklang-postgres-'));
	if (serverUser) chownSync(folder, serverUser.uid, serverUser.gid);
	const made = spawnSync(
		join(programs, 'initdb'),
		// An empty cluster is worth nothing yet: that it is on the disk (--no-sync) is not waited for.
		[
			'--pgdata',
			folder,
			'--username',
			'genklang',
			'--auth',
			'trust',
			'--encoding',
			'UTF8',
			'--locale',
			'C',
			'--no-sync'
		],
		{ ...serverUser, encoding: 'utf8', cwd: folder }
	);
	if (made.status !== 0) throw new Error(`initdb: ${made.stderr || String(made.error)}`);

	const port = await findFreePort();
	let server: ChildProcess | null = null;
	const url = (database: string): string => `postgres://genklang@127.0.0.1:${port}/${database}`;

	async function start(): Promise<void> {
		server = spawn(
			join(programs, 'postgres'),
			[
				'-D',
				folder,
				'-k',
				folder,
				'-h',
				'127.0.0.1',
				'-p',
				String(port),
				...settings.flatMap((setting) => ['-c', setting])
			],
			{
				...serverUser,
				cwd: folder,
				stdio: 'ignore'
			}
		);
		await waitUntilReady(url('postgres'));
	}
	async function stop(signal: NodeJS.Signals): Promise<void> {
		const stopping = server;
		server = null;
		if (!stopping || stopping.exitCode !== null) return;
		await new Promise((resolve) => {
			stopping.once('exit', resolve);
			stopping.kill(signal);
		});
	}
	const killAtExit = (): void => void server?.kill('SIGQUIT');
	process.once('exit', killAtExit);
	await start();
	return {
		url,
		start,
		// SIGQUIT is the immediate shutdown: no checkpoint, recovery from the log at the next start.
		crash: () => stop('SIGQUIT'),
		async remove() {
			await stop('SIGINT');
			process.off('exit', killAtExit);
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

async function waitUntilReady(url: string): Promise<void> {
	const client = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
	try {
		for (let attempt = 1; ; attempt += 1) {
			try {
				await client`select 1`;
				return;
			} catch (error) {
				if (attempt === 200) throw error;
				await wait(50);
			}
		}
	} finally {
		await client.end();
	}
}

/** A port that nobody has right now. */
export async function findFreePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as AddressInfo;
			probe.close(() => resolve(port));
		});
	});
}

/** Places to copy from and to: a folder of its own, or a database of its own on a PostgreSQL server. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { openDatabase, type Database } from '#lib/shared/server/database.ts';
import { newCluster } from '#tests/build/new-cluster.ts';
import { testMasterKey, writeTestMasterKey } from '#tests/build/test-master-key.ts';
import type { CommandIo } from '../../../bin/commands/command-io.ts';
import { root } from '../databases.ts';
import { findPostgresPrograms, startPostgresCluster } from '../postgres-cluster.ts';

export interface Place {
	/** The settings a command finds it by. */
	readonly settings: Readonly<Record<string, string>>;
	open(): Promise<Database>;
	/** The folders that the database keeps its files in, as far as they can be read from here. */
	listFolders(): Promise<readonly string[]>;
}

export interface PlaceKind {
	readonly name: string;
	/** Opens what the places need; to be called before the first. */
	start(): Promise<void>;
	/** A new, empty place. */
	make(): Promise<Place>;
	/** Takes away all places. */
	remove(): Promise<void>;
}

/** The kinds that can be tested on this machine. */
export function listPlaceKinds(): readonly PlaceKind[] {
	const given = process.env['TEST_DATABASE_URL'];
	const programs = findPostgresPrograms();
	return [folders(), ...(given || programs ? [databases(given, programs)] : [])];
}

function folders(): PlaceKind {
	const parent = mkdtempSync(join(tmpdir(), 'genklang-backup-'));
	return {
		name: 'PGlite',
		start: async () => {},
		async make() {
			const dataDirectory = join(parent, randomUUID());
			return {
				settings: { GENKLANG_DATA: dataDirectory },
				open: () => openDatabase({ dataDirectory, newCluster, masterKey: testMasterKey }),
				listFolders: async () => [dataDirectory]
			};
		},
		async remove() {
			rmSync(parent, { recursive: true, force: true });
		}
	};
}

/** Owns its database and may make roles, and is bound by row-level security, as an ordinary installation's. */
const owner = 'genklang_plain';

function databases(given: string | undefined, programs: string | null): PlaceKind {
	let server: { readonly url: string; readonly owner: string | null; remove(): Promise<void> };
	const made: string[] = [];
	return {
		name: 'PostgreSQL',
		async start() {
			if (given || !programs) {
				server = { url: given ?? '', owner: null, remove: async () => {} };
				return;
			}
			const cluster = await startPostgresCluster(programs);
			const url = cluster.url('postgres');
			await asServerOwner(url, `create role ${owner} login nosuperuser createrole`);
			server = { url, owner, remove: () => cluster.remove() };
		},
		async make() {
			const name = `genklang_backup_${randomUUID().replaceAll('-', '')}`;
			await asServerOwner(server.url, `create database ${name} ${server.owner ? `owner ${owner}` : ''}`);
			made.push(name);
			const address = new URL(server.url);
			address.pathname = `/${name}`;
			address.username = server.owner ?? address.username;
			return {
				settings: { DATABASE_URL: address.href },
				open: () => openDatabase({ databaseUrl: address.href, masterKey: testMasterKey, command: 'tests' }),
				async listFolders() {
					if (given) return [];
					const [row] = await asServerOwner(server.url, 'show data_directory');
					return [String(row?.['data_directory'])];
				}
			};
		},
		async remove() {
			for (const name of made) {
				await asServerOwner(server.url, `drop database if exists ${name} with (force)`);
			}
			await server.remove();
		}
	};
}

async function asServerOwner(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
	const client = postgres(url, { max: 1, onnotice: () => {} });
	const rows = await client.unsafe(statement);
	await client.end();
	return rows;
}

export const passphrase = 'påhittad lösenfras för test';

/** An empty setting is one that is not there. */
function environmentOf(place: Place, more: Readonly<Record<string, string>>): Record<string, string> {
	const settings = {
		PATH: process.env['PATH'] ?? '',
		GENKLANG_MASTER_KEY_FILE: writeTestMasterKey(),
		GENKLANG_BACKUP_PASSPHRASE: passphrase,
		...place.settings,
		...more
	};
	return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== ''));
}

/**
 * Runs a command of the program to its end, in this process: starting one takes longer than what the command does. Where it
 * matters that it is a process, as when it is killed, there is `startGenklang`.
 */
export async function genklang(
	place: Place,
	[name = '', ...args]: readonly string[],
	more: Readonly<Record<string, string>> = {}
): Promise<{ readonly status: number; readonly stdout: string; readonly stderr: string }> {
	const { run } = (await import(join(root, 'bin', 'commands', `${name}.ts`))) as {
		run(args: readonly string[], io: CommandIo): Promise<number>;
	};
	let stdout = '';
	let stderr = '';
	const outside = process.env;
	process.env = environmentOf(place, more);
	try {
		const status = await run(args, {
			root,
			stdin: () => Promise.resolve(''),
			stdout: (text) => (stdout += text),
			stderr: (text) => (stderr += text)
		});
		return { status, stdout, stderr };
	} finally {
		process.env = outside;
	}
}

/** Starts a command of the program. */
export function startGenklang(place: Place, args: readonly string[]): ChildProcess {
	return spawn(process.execPath, [join(root, 'bin', 'genklang.js'), ...args], {
		env: environmentOf(place, {}),
		stdio: ['ignore', 'pipe', 'pipe']
	});
}

/** Resolves with the exit code, or null when it was killed. */
export function whenGone(child: ChildProcess): Promise<number | null> {
	if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
	return new Promise((resolve) => child.once('exit', resolve));
}
